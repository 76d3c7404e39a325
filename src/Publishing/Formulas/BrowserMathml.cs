using AngleSharp.Dom;
using Qiansi.Publishing.Html;

namespace Qiansi.Publishing.Formulas;

/// <summary>Turns the MathML that KaTeX writes into MathML that browsers draw as TeX would.</summary>
/// <remarks>Browsers follow MathML Core, which has no styles of letters, no space around function names, no lines,
/// and stretches every accent.</remarks>
internal static class BrowserMathml
{
    private const string FunctionApplication = "\u2061";
    private const string ThinSpace = "0.1667em";

    /// <summary>The formula, ready for a page.</summary>
    public static string From(string mathml)
    {
        var body = HtmlFragment.Parse(mathml);
        foreach (var token in body.QuerySelectorAll("[mathvariant]"))
        {
            var variant = token.GetAttribute("mathvariant")!;
            if (!MathAlphabet.Knows(variant)) continue;
            token.TextContent = MathAlphabet.Convert(token.TextContent, variant);
            token.RemoveAttribute("mathvariant");
        }

        foreach (var table in body.QuerySelectorAll("mtable")) MathTable.Style(table);
        foreach (var enclosure in body.QuerySelectorAll("menclose").ToList()) Enclosure.Draw(enclosure);
        foreach (var accent in body.QuerySelectorAll("mover[accent='true'] > mo:last-child, munder[accentunder='true'] > mo:last-child"))
            if (!accent.HasAttribute("stretchy")) accent.SetAttribute("stretchy", "false");
        foreach (var application in body.QuerySelectorAll("mo").Where(o => o.TextContent == FunctionApplication).ToList())
            Space(application);
        return body.InnerHtml;
    }

    /// <summary>A thin space on each side of a function's name, unless an operator or a bracket stands there.</summary>
    private static void Space(IElement application)
    {
        var (first, last) = (application.PreviousElementSibling ?? application, application);
        if (application.ParentElement is
            {
                LocalName: "mrow",
                ParentElement: { LocalName: "msub" or "msup" or "msubsup" or "munder" or "mover" or "munderover" } script
            } row
            && script.FirstElementChild == row)
            (first, last) = (script, script);
        if (last.NextElementSibling is { } next && next.LocalName is not ("mo" or "mspace")) last.After(ThinSpaceOf(last));
        if (first.PreviousElementSibling is { } previous
            && (previous.LocalName is not ("mo" or "mspace") || previous.TextContent is ")" or "]")) first.Before(ThinSpaceOf(first));
    }

    private static IElement ThinSpaceOf(IElement neighbour)
    {
        var space = neighbour.Owner!.CreateElement(NamespaceNames.MathMlUri, "mspace");
        space.SetAttribute("width", ThinSpace);
        return space;
    }
}
