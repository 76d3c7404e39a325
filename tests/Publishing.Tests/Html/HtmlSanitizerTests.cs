using Qiansi.Publishing.Html;

namespace Qiansi.Publishing.Tests.Html;

public sealed class HtmlSanitizerTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>x", "x")]
    [InlineData("<img src=data:image/png;base64,AA== onerror=alert(1)>", "<img src=\"data:image/png;base64,AA==\">")]
    [InlineData("<a href=\" java\tscript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"https://example.org/\" target=_top>x</a>", "<a href=\"https://example.org/\">x</a>")]
    [InlineData("<svg onload=alert(1)><circle r=\"3\"></circle></svg>", "<svg><circle r=\"3\"></circle></svg>")]
    [InlineData("<svg><script>alert(1)</script></svg>", "<svg></svg>")]
    [InlineData("<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>", "<svg><a><text>x</text></a></svg>")]
    [InlineData("<svg><use href=\"https://example.org/#a\"></use></svg>", "<svg><use></use></svg>")]
    [InlineData("<svg><animate attributeName=\"href\" values=\"javascript:alert(1)\"></animate></svg>",
        "<svg><animate values=\"javascript:alert(1)\"></animate></svg>")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>x", "x")]
    [InlineData("<form action=\"https://example.org\"><b>x</b></form>", "<b>x</b>")]
    [InlineData("<div style=\"background:url(https://example.org/a.png)\">x</div>", "<div>x</div>")]
    [InlineData("<div style=\"background:u\\72l(https://example.org/a.png)\">x</div>", "<div>x</div>")]
    [InlineData("<style>@import 'https://example.org/a.css';</style>x", "x")]
    [InlineData("<style>.a { color: red }</style>x", "<style>.a { color: red }</style>x")]
    [InlineData("<link rel=stylesheet href=https://example.org/a.css><meta http-equiv=refresh content=0>x", "x")]
    [InlineData("<object data=a.swf></object><embed src=a.swf>x", "x")]
    [InlineData("<!-- <script>alert(1)</script> -->x", "x")]
    [InlineData("<custom-element><b>x</b></custom-element>", "<b>x</b>")]
    [InlineData("<details><summary>a</summary>b</details>", "<details><summary>a</summary>b</details>")]
    [InlineData("<math><mi>x</mi></math>", "<math><mi>x</mi></math>")]
    public void Nothing_that_runs_or_fetches_is_left(string html, string expected) => Assert.Equal(expected, Clean(html).Html);

    [Theory]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("<template><img src=x onerror=alert(1)></template>")]
    [InlineData("<svg><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>")]
    [InlineData("<math><annotation-xml encoding=\"text/html\"><img src=x onerror=alert(1)></annotation-xml></math>")]
    public void What_is_cleaned_stays_clean_when_a_browser_reads_it_again(string html)
    {
        var (cleaned, _) = Clean(html);
        var (again, warnings) = Clean(cleaned);
        Assert.Equal(cleaned, again);
        Assert.Empty(warnings);
        Assert.DoesNotContain(HtmlFragment.Parse(cleaned).QuerySelectorAll("*"),
            e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void The_warning_counts_what_was_left_out()
    {
        var (_, warnings) = Clean("<script>1</script><script>2</script><b onclick=x>y</b>");
        Assert.Equal("cell 1: left out of the page because it runs code or fetches something: 2 × <script>, "
            + "onclick. nb convert --trust keeps it.", Assert.Single(warnings));
    }

    private static (string Html, List<string> Warnings) Clean(string html)
    {
        var warnings = new List<string>();
        var body = HtmlFragment.Parse(html);
        HtmlSanitizer.Clean(body, "cell 1", warnings);
        return (body.InnerHtml, warnings);
    }
}
