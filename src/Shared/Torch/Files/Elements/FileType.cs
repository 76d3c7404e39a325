namespace Qiansi.Torch.Files.Elements;

/// <summary>The types of elements that files hold.</summary>
internal enum FileType
{
    Bool,
    UInt8,
    Int8,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    Float16,
    BFloat16,
    Float32,
    Float64,
}
