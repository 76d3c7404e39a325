// What the course's libraries are compiled against in place of Qiansi.Torch.
global using Qiansi.TorchBridge;
global using TorchSharp;
global using TorchSharp.Modules;
global using static Qiansi.TorchBridge.Initializers;
global using static TorchSharp.torch;
global using Modules = TorchSharp.Modules;
global using torch = TorchSharp.torch;
