using Qiansi.Torch.Files.Elements;

namespace Qiansi.Torch.Files.Pickle;

/// <summary>The memory several tensors of a file may share.</summary>
/// <param name="Key">Its entry in the archive, <c>data/KEY</c>.</param>
/// <param name="Type">Its elements.</param>
/// <param name="Count">How many.</param>
internal sealed record StoredMemory(string Key, FileType Type, long Count);

/// <summary>A tensor of a file, its numbers still there.</summary>
/// <param name="Memory">Where its elements are.</param>
/// <param name="Offset">Its first element.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Strides">Elements between neighbours.</param>
/// <param name="RequiresGrad">Whether it was a leaf of autograd's graph.</param>
internal sealed record StoredTensor(StoredMemory Memory, long Offset, long[] Shape, long[] Strides, bool RequiresGrad);
