using System.Text;
using System.Xml.Linq;

namespace Qiansi.Tensors.Tests.Showing;

/// <summary>What every rendering keeps to.</summary>
internal static class RenderedAs
{
    /// <summary>Well-formed markup without script and without addresses to fetch, of at most 64 KiB.</summary>
    public static XElement Checked(string html)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, 64 * 1024);
        var root = XElement.Parse(html);
        foreach (var element in root.DescendantsAndSelf())
        {
            Assert.NotEqual("script", element.Name.LocalName);
            foreach (var attribute in element.Attributes())
            {
                Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal), attribute.ToString());
                if (attribute.Name.LocalName is "href" or "src") Assert.StartsWith("data:image/png;base64,", attribute.Value);
            }
        }

        return root;
    }

    /// <summary>All titles, which is what the pointer finds.</summary>
    public static List<string> Titles(string html) =>
        [.. Checked(html).Descendants().Where(e => e.Name.LocalName == "title").Select(e => e.Value)];

    /// <summary>All texts that are seen.</summary>
    public static string Words(string html) =>
        string.Join(
            "|", Checked(html).DescendantNodes().OfType<XText>().Where(t => t.Parent!.Name.LocalName != "title").Select(t => t.Value));
}
