namespace Qiansi.BPlus;

/// <summary>A file is no B+ tree, or not the one it was taken for, or a page of it is damaged.</summary>
public sealed class BPlusFileException(string message) : IOException(message);
