namespace Qiansi.BPlus.Codecs;

/// <summary>What keys or values are; written into the file's header.</summary>
internal enum DataKind : byte
{
    Long = 1,
    Text = 2,
    Bytes = 3,
}
