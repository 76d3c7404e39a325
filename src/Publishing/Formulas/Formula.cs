namespace Qiansi.Publishing.Formulas;

/// <summary>A TeX formula of a page.</summary>
/// <param name="Tex">The formula without its delimiters.</param>
/// <param name="Display">Whether it stands on a line of its own.</param>
/// <param name="Source">The formula as written, delimiters included.</param>
/// <param name="Place">Where it stands, for warnings: <c>cell 3</c>.</param>
internal sealed record Formula(string Tex, bool Display, string Source, string Place);
