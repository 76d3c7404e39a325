namespace Qiansi.BPlus.Pages;

/// <summary>What a page is; its first byte.</summary>
internal enum PageKind : byte
{
    Free = 1,
    Leaf = 2,
    Inner = 3,
}
