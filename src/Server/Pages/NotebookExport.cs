namespace Qiansi.Server.Pages;

/// <summary>A format that notebooks can be exported to.</summary>
/// <param name="Name">Its name in addresses: <c>html</c>.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Extension">Extension of its files, with the dot.</param>
/// <param name="Convert">From the notebook's file to the exported bytes.</param>
public sealed record NotebookExport(string Name, string MediaType, string Extension, Func<string, byte[]> Convert);
