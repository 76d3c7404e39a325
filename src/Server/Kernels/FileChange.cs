namespace Qiansi.Server.Kernels;

/// <summary>What the server has written into a notebook's file, as front ends know files:
/// by the SHA-256 of their content, in hex.</summary>
/// <param name="Before">Hash of the file as it was.</param>
/// <param name="After">Hash of the file as it is.</param>
internal sealed record FileChange(string Before, string After);
