using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Qiansi.Publishing.Formulas;

/// <summary>The formulas of one page, standing in the text as marks until all are typeset in one go.</summary>
/// <remarks>
/// A formula is taken out of the Markdown before it is parsed, as Jupyter's front ends do, so that <c>_</c>,
/// <c>*</c> and <c>|</c> in it mean nothing to Markdown. Marks are Unicode noncharacters, which no text may interchange; a mark found in
/// code or in an attribute goes back to what was written.
/// </remarks>
internal sealed partial class FormulaTable
{
    private const char WrittenMark = '\uFDD0';
    private const char TypesetMark = '\uFDD1';
    private const char MarkEnd = '\uFDD2';

    private static readonly string EscapedMark = Uri.EscapeDataString(WrittenMark.ToString());
    private static readonly string EscapedEnd = Uri.EscapeDataString(MarkEnd.ToString());

    private readonly List<Formula> _formulas = [];

    /// <summary>The formulas, in the order of the page.</summary>
    public IReadOnlyList<Formula> Formulas => _formulas;

    /// <summary>Replaces the formulas of a Markdown text by marks.</summary>
    /// <param name="markdown">Text of a Markdown cell or output.</param>
    /// <param name="place">Where it stands, for warnings.</param>
    public string Extract(string markdown, string place)
    {
        if (!markdown.AsSpan().ContainsAny('$', '\\')) return markdown;
        var text = new StringBuilder(markdown.Length);
        var copied = 0;
        foreach (var found in FormulaScanner.Scan(markdown))
        {
            text.Append(markdown, copied, found.Start - copied);
            var formula = new Formula(found.Tex, found.Display, markdown[found.Start..found.End], place);
            text.Append(WrittenMark).Append(Add(formula)).Append(MarkEnd);
            copied = found.End;
        }

        return text.Append(markdown, copied, markdown.Length - copied).ToString();
    }

    /// <summary>A mark for a formula that is typeset wherever the mark ends up.</summary>
    public string Typeset(Formula formula) => $"{TypesetMark}{Add(formula)}{MarkEnd}";

    /// <summary>Turns the marks in a run of plain text into ones that will be typeset.</summary>
    public static string AllowTypesetting(string text) => text.Replace(WrittenMark, TypesetMark);

    /// <summary>The text with formulas as they were written, for code, attributes and names.</summary>
    public string AsWritten(string text) =>
        text.AsSpan().ContainsAny(WrittenMark, TypesetMark)
            ? AnyMark().Replace(text, m => Find(m) is { } formula ? formula.Source : "")
            : text;

    /// <summary>HTML or a value of an attribute that came from outside, without marks it might hold: filled in there,
    /// a formula would break out of the attribute.</summary>
    public static string WithoutMarks(string html) =>
        html.AsSpan().ContainsAny(WrittenMark, TypesetMark) ? html.Replace(WrittenMark, '\uFFFD').Replace(TypesetMark, '\uFFFD') : html;

    /// <summary>As <see cref="AsWritten"/>, for a value in which a mark may have been escaped as part of an address.</summary>
    public string AsWrittenInAttribute(string value) =>
        AsWritten(value.Contains(EscapedMark, StringComparison.Ordinal)
            ? value.Replace(EscapedMark, WrittenMark.ToString()).Replace(EscapedEnd, MarkEnd.ToString()) : value);

    /// <summary>The formulas' letters and digits in place of the marks, for anchors.</summary>
    public string AsWords(string text) =>
        AnyMark().Replace(text, m => Find(m) is { } formula ? string.Concat(formula.Tex.Where(char.IsLetterOrDigit)) : "");

    /// <summary>Puts what was typeset, or else what was written, into the finished HTML.</summary>
    /// <param name="html">HTML with marks.</param>
    /// <param name="typeset">HTML of each formula of <see cref="Formulas"/>.</param>
    public string Fill(string html, IReadOnlyList<string> typeset) =>
        AnyMark().Replace(html, m => Find(m) is not { } formula ? ""
            : m.Value[0] == TypesetMark ? typeset[Index(m)]
            : WebUtility.HtmlEncode(formula.Source));

    private static int Index(Match mark) => int.Parse(mark.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private string Add(Formula formula)
    {
        _formulas.Add(formula);
        return (_formulas.Count - 1).ToString(CultureInfo.InvariantCulture);
    }

    private Formula? Find(Match mark) => Index(mark) is var index && index < _formulas.Count ? _formulas[index] : null;

    [GeneratedRegex("[\uFDD0\uFDD1]([0-9]{1,9})\uFDD2")]
    private static partial Regex AnyMark();
}
