// A TorchSharp tensor comes to a chart as its counterpart, which is the kernel's own.
extern alias ours;

global using Ours = ours::Qiansi.torch;
