using Qiansi.Contracts;
using Qiansi.Engine.Directives;
using Qiansi.Engine.Tests.Doubles;

namespace Qiansi.Engine.Tests.Directives;

public sealed class DirectiveParserTests
{
    private readonly FakeSession _session = new();

    public DirectiveParserTests()
    {
        _session.Add(new FakeLanguage("csharp", "c#"));
        _session.Add(new FakeLanguage("html"));
        _session.Add(new FakeLanguage("markdown", "md"));
        _session.Add(new FakeParameterizedLanguage("run", new DirectiveArgument("--input", "")));
        _session.Add(new FakeDirective("time"));
        _session.Add(new FakeDirective("share", new("name", "", Required: true), new("--from", "", Required: true), new("--as", ""),
            new("--quiet", "", IsFlag: true)));
        _session.Add(new FakeDirective("import", new DirectiveArgument("file", "", Required: true, TakesRest: true)));
    }

    private string Cut(string source, string? language = null) =>
        string.Join("|", DirectiveParser.Parse(source, _session, "Cell 1", language).Select(p => p switch
        {
            LanguagePart l => $"{l.Language.Name}{(l.Invocation is { } i ? $"({i["--input"]})" : "")}@{l.Block.FirstLine}"
                + $"{(l.Block.IsLast ? "!" : "")}:{l.Block.Code.Replace("\n", "⏎")}",
            DirectivePart d => $"#!{d.Directive.Name}@{d.Invocation.Line}("
                + $"{string.Join(",", d.Invocation.Arguments.Select(a => $"{a.Key}={a.Value}"))})[{d.Invocation.Language.Name}]",
            _ => "?",
        }));

    private string Error(string source) =>
        Assert.Throws<DirectiveException>(() => DirectiveParser.Parse(source, _session, "Cell 7")).Message;

    [Theory]
    [InlineData("1+1", "csharp@0!:1+1")]
    [InlineData("", "")]
    [InlineData(" \n\t", "")]
    [InlineData("#!csharp\n1+1", "csharp@1!:1+1")]
    [InlineData("1\n#!html\n<b>\n#!c#\n2", "csharp@0:1⏎|html@2:<b>⏎|csharp@4!:2")]
    [InlineData("#!C#\n1", "csharp@1!:1")]
    [InlineData("#!time\nx", "#!time@0()[csharp]|csharp@1!:x")]
    [InlineData("x\n#!TIME", "csharp@0!:x⏎|#!time@1()[csharp]")]
    [InlineData("#!html\n<b>\n#!time\n<i>", "html@1:<b>⏎|#!time@2()[html]|html@3!:<i>")]
    [InlineData("#r \"nuget: X\"\n#region a\n#!html\nz", "csharp@0:#r \"nuget: X\"⏎#region a⏎|html@3!:z")]
    [InlineData("#!/usr/bin/env nb\n1", "csharp@0!:#!/usr/bin/env nb⏎1")]
    [InlineData("#!html\n  #!time", "html@1!:  #!time")]
    [InlineData("1\r\n#!html\r\n<b>", "csharp@0:1\r⏎|html@2!:<b>")]
    public void CutsAtLanguageAndDirectiveLines(string source, string expected) => Assert.Equal(expected, Cut(source));

    [Theory]
    [InlineData("#!run --input 3\n#!time\nx", "#!time@1()[run]|run(3)@2!:x")]
    [InlineData("#!run --input 3\n\n#!time\n \n#!time\n\nx\n#!time\ny",
        "#!time@2()[run]|#!time@4()[run]|run(3)@5:⏎x⏎|#!time@7()[run]|run@8!:y")]
    [InlineData("#!run --input 3\n#!time", "run(3)@1!:|#!time@1()[run]")]
    [InlineData("#!run --input 3\n#!time\n#!html\nx", "run(3)@1:|#!time@1()[run]|html@3!:x")]
    [InlineData("#!run --input 3\n#!run --input 4\nx", "run(3)@1:|run(4)@2!:x")]
    [InlineData("#!run --input 3\n#!time\n#!run --input 4\nx", "run(3)@1:|#!time@1()[run]|run(4)@3!:x")]
    [InlineData("#!run --input 3", "run(3)@1!:")]
    public void ArgumentsOfALanguageAreForItsCodeBelowEvenWithDirectivesBetween(string source, string expected) =>
        Assert.Equal(expected, Cut(source));

    [Fact]
    public void TextStartsInTheDefaultLanguageGiven() => Assert.Equal("markdown@0:# a⏎|csharp@2!:1", Cut("# a\n#!csharp\n1", "md"));

    [Theory]
    [InlineData("var s = @\"\n#!html\n\";")]
    [InlineData("var s = \"\"\"\n#!html\n\"\"\";")]
    [InlineData("var s = $$\"\"\"\n{{1}}\n#!html\n\"\"\";")]
    [InlineData("/* don't\n#!html\n*/")]
    [InlineData("#if false\nit's \"\"\" \n#!html\n#endif")]
    [InlineData("var s = $@\"{(true ? \"a\" : \"b\")}\n#!html\n\";")]
    public void LiteralsAndCommentsOfCSharpAreNotCut(string source) => Assert.Equal("csharp@0!:" + source.Replace("\n", "⏎"), Cut(source));

    [Theory]
    [InlineData("var c = '\"'; // @\"\n#!html\nx")]
    [InlineData("var s = \"/*\"; var e = \"\\\"\";\n#!html\nx")]
    [InlineData("var s = @\"\"\"/*\";\n#!html\nx")]
    [InlineData("var s = $\"{1:/*}\";\n#!html\nx")]
    [InlineData("#region it's \"open /*\n#!html\nx")]
    [InlineData("#if false\n\"\"\"\n#else\n1\n#endif\n#!html\nx")]
    public void CodeAfterLiteralsAndCommentsIsCut(string source) => Assert.EndsWith("x", Cut(source).Split('|')[1].Replace("html@", ""));

    [Theory]
    [InlineData("#!share x --from html", "name=x,--from=html")]
    [InlineData("#!share --from=html x --as \"my name\"", "--from=html,name=x,--as=my name")]
    [InlineData("#!share --from html --quiet x  // why", "--from=html,--quiet=true,name=x")]
    [InlineData("#!share x --from html --as \"say \\\"hi\\\"\"", "name=x,--from=html,--as=say \"hi\"")]
    [InlineData("#!share x --from html --as {\"a\": [1, 2]}", "name=x,--from=html,--as={\"a\": [1, 2]}")]
    [InlineData("#!share x --from html --as -5", "name=x,--from=html,--as=-5")]
    [InlineData("#!share \"--x\" --from html", "name=--x,--from=html")]
    public void ReadsArguments(string source, string expected) => Assert.Equal($"#!share@0({expected})[csharp]", Cut(source));

    [Fact]
    public void RestOfTheLineIsOneArgument() =>
        Assert.Equal("#!import@0(file=my notes/a b.ipynb)[csharp]", Cut("#!import my notes/a b.ipynb "));

    [Theory]
    [InlineData("#!tiem", "Cell 7, line 1: there is no language or directive '#!tiem'. Did you mean #!time?")]
    [InlineData("1\n#!zzzzzz", "Cell 7, line 2: there is no language or directive '#!zzzzzz'. #!lsmagic lists")]
    [InlineData("#!share x", "required argument '--from' is missing")]
    [InlineData("#!share x", "Usage: #!share <name> --from <from> [--as <as>] [--quiet]")]
    [InlineData("#!share --from html", "required argument 'name' is missing")]
    [InlineData("#!share x --form html", "unknown option '--form'. Did you mean --from?")]
    [InlineData("#!share x --from html --from csharp", "'--from' is given twice, as 'html' and as 'csharp'")]
    [InlineData("#!share x --from --quiet", "'--from' needs a value")]
    [InlineData("#!share x y --from html", "unexpected argument 'y'")]
    [InlineData("#!share x --from html --quiet=no", "'--quiet' is a flag")]
    [InlineData("#!share \"x --from html", "is not closed")]
    [InlineData("#!html 5", "unexpected argument '5'")]
    [InlineData("#!time now", "#!time: unexpected argument 'now'")]
    public void ErrorsNameTheArgumentAndThePlace(string source, string expected) => Assert.Contains(expected, Error(source));

    [Theory]
    [InlineData("#!share -h", "Usage: #!share <name> --from <from>")]
    [InlineData("#!time --help", "#!time: Does time.")]
    [InlineData("#!csharp -h", "Also written #!c#")]
    public async Task HelpIsPrintedInsteadOfInvoking(string source, string expected)
    {
        var part = Assert.IsType<DirectivePart>(Assert.Single(DirectiveParser.Parse(source, _session, "Cell 1")));
        var cell = new FakeCell(_session);
        await part.Directive.InvokeAsync(part.Invocation, cell);
        Assert.Contains(expected, Assert.Single(cell.Sink.All).Text);
    }

    [Fact]
    public void UnknownDefaultLanguageIsAnError() =>
        Assert.Contains("'#!htlm'. Did you mean #!html?",
            Assert.Throws<DirectiveException>(() => DirectiveParser.Parse("x", _session, "Cell 1", "htlm")).Message);
}
