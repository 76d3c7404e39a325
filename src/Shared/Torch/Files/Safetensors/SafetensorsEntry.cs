using Qiansi.Torch.Files.Elements;

namespace Qiansi.Torch.Files.Safetensors;

/// <summary>A tensor in a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its elements.</param>
/// <param name="Shape">Its shape, row-major.</param>
/// <param name="Begin">Its first byte, counted from the end of the header.</param>
/// <param name="End">The byte after its last.</param>
internal sealed record SafetensorsEntry(string Name, FileType Type, long[] Shape, long Begin, long End);
