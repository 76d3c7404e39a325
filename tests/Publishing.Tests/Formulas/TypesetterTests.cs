using Qiansi.Publishing;
using Qiansi.Publishing.Formulas;

namespace Qiansi.Publishing.Tests.Formulas;

public sealed class TypesetterTests
{
    [Fact]
    [Trait("Needs", "npm")]
    public void KaTeX_sets_a_page_of_formulas_that_share_their_macros()
    {
        var (html, warnings) = Typeset(Katex(), @"\newcommand{\R}{\mathbb{Q}} w \in \R^n", @"\R \log \hat y \label{eq:loss}",
            @"\begin{align} a &= b \\ &= c \end{align}");
        Assert.Empty(warnings);
        Assert.Contains("ℚ", html[0]);
        Assert.Contains("ℚ", html[1]);
        Assert.Contains("<annotation encoding=\"application/x-tex\">", html[0]);
        Assert.Contains("<mtable", html[2]);
        Assert.DoesNotContain("<script", string.Concat(html));
    }

    [Fact]
    [Trait("Needs", "npm")]
    public void A_wrong_formula_is_shown_as_source_and_named()
    {
        var (html, warnings) = Typeset(Katex(), "a", @"\frac{1}{", @"\nosuchmacro");
        Assert.Contains("<math", html[0]);
        Assert.Contains(@"<code class=""tex tex-error""", html[1]);
        Assert.Contains(@"\frac{1}{", html[1]);
        Assert.Equal(2, warnings.Count);
        Assert.StartsWith(@"cell 1: the formula $\frac{1}{$ is shown as TeX source: ", warnings[0]);
        Assert.Contains("nosuchmacro", warnings[1]);
    }

    [Fact]
    [Trait("Needs", "npm")]
    public void A_formula_cannot_bring_links_or_scripts()
    {
        var (html, _) = Typeset(Katex(), @"\href{javascript:alert(1)}{x}", @"\htmlData{a=b}{x}", "</math><script>alert(1)</script>");
        Assert.DoesNotContain("<script", string.Concat(html));
        Assert.DoesNotContain("href=", string.Concat(html));
    }

    [Fact]
    public void Without_node_the_source_is_shown_and_the_warning_says_how_to_get_it()
    {
        var (html, warnings) = Typeset(new Typesetter("", Path.GetTempPath()), "a < b");
        Assert.Equal("<code class=\"tex\">a &lt; b</code>", html[0]);
        var warning = Assert.Single(warnings);
        Assert.Contains("node was not found", warning);
        Assert.Contains("install Node.js", warning);
    }

    [Fact]
    public void A_failing_npm_leaves_nothing_behind_and_is_quoted()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Needs a shell script as npm.");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("typesetter").FullName;
        try
        {
            foreach (var (name, text) in new[] { ("node", "#!/bin/sh\n"),
                ("npm", "#!/bin/sh\necho 'npm error network unreachable' >&2\nexit 7\n") })
            {
                File.WriteAllText(Path.Combine(folder, name), text);
                File.SetUnixFileMode(Path.Combine(folder, name), UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }

            var root = Path.Combine(folder, "cache");
            var (html, warnings) = Typeset(new Typesetter(folder, root), "x", "y");
            Assert.Equal(["<code class=\"tex\">x</code>", "<code class=\"tex\">y</code>"], html);
            Assert.Equal("The 2 formulas are shown as TeX source: npm could not fetch KaTeX (exit code 7: network unreachable); "
                + "check the network and write the page again.", Assert.Single(warnings));
            Assert.Empty(Directory.GetFileSystemEntries(root));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void No_formula_starts_no_process() => Assert.Empty(new Typesetter("/nowhere", "/nowhere").Typeset([], []));

    [Fact]
    public void The_lock_file_names_no_registry()
    {
        var lockFile = PageResources.Text("Katex.package-lock.json");
        Assert.DoesNotContain("\"resolved\"", lockFile);
        Assert.Contains("\"integrity\": \"sha512-", lockFile);
    }

    private static (IReadOnlyList<string> Html, List<string> Warnings) Typeset(Typesetter typesetter, params string[] tex)
    {
        var warnings = new List<string>();
        return (typesetter.Typeset(
            [.. tex.Select(t => new Formula(t, Display: t.StartsWith(@"\begin", StringComparison.Ordinal), $"${t}$", "cell 1"))],
            warnings), warnings);
    }

    private static Typesetter Katex()
    {
        var warnings = new List<string>();
        Typesetter.Default.Typeset([new("x", false, "$x$", "cell 1")], warnings);
        if (warnings.Count > 0) Assert.Skip($"KaTeX is needed: {warnings[0]}");
        return Typesetter.Default;
    }
}
