using System.Collections.Frozen;

namespace Qiansi.Publishing.Html;

/// <summary>The elements that may stand on a page whose notebook is not trusted: they show something and run nothing.</summary>
internal static class SafeElements
{
    private static readonly FrozenSet<string> Names = (
        // HTML
        "a abbr address article aside audio b bdi bdo blockquote br button caption center cite code col colgroup data dd del details dfn "
        + "dialog div dl dt em fieldset figcaption figure "
        + "font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main mark meter nav ol optgroup option "
        + "output p picture pre progress q rp rt ruby s samp section select small "
        + "source span strike strong style sub summary sup table tbody td textarea tfoot th thead time tr tt u ul var video wbr " +
        // SVG
        "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textpath title desc image lineargradient "
        + "radialgradient stop clippath mask pattern marker "
        + "filter feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix fedropshadow feflood fefunca fefuncb fefuncg "
        + "fefuncr fegaussianblur femerge femergenode femorphology feoffset fetile feturbulence switch view "
        + "animate animatetransform animatemotion mpath " +
        // MathML
        "math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle mpadded mphantom msub msup msubsup munder mover "
        + "munderover mtable mtr mtd mlabeledtr menclose mmultiscripts mprescripts none merror")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Elements that go with all they hold; other unknown ones leave their content behind.</summary>
    private static readonly FrozenSet<string> DroppedWhole =
        ("script iframe object embed applet frame frameset noscript noembed noframes template xmp plaintext link meta base head "
            + "foreignobject annotation-xml mglyph malignmark portal slot")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the element stays.</summary>
    public static bool Allows(string name) => Names.Contains(name);

    /// <summary>Whether the element's content goes with it.</summary>
    public static bool DropsContent(string name) => DroppedWhole.Contains(name);
}
