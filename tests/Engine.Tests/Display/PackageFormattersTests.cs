using Microsoft.DotNet.Interactive.Formatting;
using Qiansi.Contracts;
using Qiansi.Engine.Display;

namespace Qiansi.Engine.Tests.Display;

/// <summary>What users tell the formatting package counts. Runs alone: the package keeps its formatters for the whole process.</summary>
[CollectionDefinition(nameof(FormattingPackage), DisableParallelization = true)]
public sealed class FormattingPackage;

[Collection(nameof(FormattingPackage))]
public sealed class PackageFormattersTests : IDisposable
{
    public PackageFormattersTests() => Formatter.ResetToDefault();

    public void Dispose() => Formatter.ResetToDefault();

    private static MimeBundle Render(object? value, params string[] mediaTypes) =>
        ValueRenderer.Render(value, mediaTypes, TestContext.Current.CancellationToken);

    private static string Html(object? value) => Render(value)["text/html"]!;

    private static string Plain(object? value) => Render(value)["text/plain"]!;

    [Fact]
    public void ARegisteredFormatterIsUsedAlsoInsideOfOtherValues()
    {
        Formatter.Register<Point>(p => $"<b>{p.X}|{p.Y}</b>", "text/html");
        Assert.Equal("<b>1|2</b>", Html(new Point(1, 2)));
        Assert.Contains("<td><b>1|2</b></td>", Html(new { At = new Point(1, 2) }));
        Assert.Contains("<td><b>3|4</b></td>", Html(new[] { new Point(1, 2), new Point(3, 4) }));
        Assert.Contains("X: 1", Plain(new Point(1, 2)));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    public void AFormatterSeesWhetherItsValueIsInsideOfAnother(string mediaType)
    {
        Formatter.Register((Point _, FormatContext context) =>
        {
            context.Writer.Write(context.Depth == 1 ? "alone" : "inside");
            return true;
        }, mediaType);
        Assert.Equal("alone", Render(new Point(1, 2), mediaType)[mediaType]);
        Assert.Contains("inside", Render(new { At = new Point(1, 2) }, mediaType)[mediaType]);
        Assert.Contains("inside", Render(new[] { new Point(1, 2) }, mediaType)[mediaType]);
    }

    [Fact]
    public void AFormatterMayBeRegisteredForScalarsBasesAndOpenGenerics()
    {
        Formatter.Register<double>(d => $"{d:F2}", "text/plain");
        Formatter.Register(typeof(Box<>), (object _, FormatContext context) =>
        {
            context.Writer.Write("boxed");
            return true;
        }, "text/html");
        Assert.Equal("0.33", Plain(1.0 / 3));
        Assert.Equal("boxed", Html(new Box<int>(3)));
        Assert.Equal("boxed", Html(new SpecialBox()));
    }

    [Fact]
    public void PreferredMediaTypesAndLimitsAreRespected()
    {
        Formatter.SetPreferredMimeTypesFor(typeof(Point), "text/plain");
        Assert.Null(Render(new Point(1, 2))["text/html"]);
        Formatter.ListExpansionLimit = 3;
        Assert.Equal("[ 0, 1, 2 ... (7 more) ]", Plain(Enumerable.Range(0, 10).ToArray()));
    }

    [Fact]
    public void AFormatterThatThrowsIsAMessageThatNamesIt()
    {
        Formatter.Register<Point>(_ => throw new InvalidOperationException("no pen"), "text/html");
        Assert.Contains("The text/html formatter for PackageFormattersTests.Point threw System.InvalidOperationException: no pen",
            Html(new Point(1, 2)));
        Assert.Contains("(InvalidOperationException: no pen)", Html(new { At = new Point(1, 2) }));
    }

    [Fact]
    public void AFormatterThatNeverReturnsIsGivenUp()
    {
        using var end = new ManualResetEventSlim();
        Formatter.Register<Point>((_, _) => end.Wait(), "text/html");
        Assert.Contains("took longer than 0.1 s",
            ValueRenderer.Render(new Point(1, 2), [], TestContext.Current.CancellationToken, TimeSpan.FromSeconds(0.1))["text/plain"]);
        end.Set();
    }

    [Fact]
    public void ATypeMayNameItsFormatters()
    {
        Assert.Equal("<i>sourced</i>", Html(new Sourced()));
        Assert.Contains("<td><i>sourced</i></td>", Html(new { It = new Sourced() }));
        Assert.Equal("sourced by convention", Html(new SourcedByConvention()));
    }

    [Fact]
    public void PocketViewIsHtmlWithWords()
    {
        var view = PocketViewTags.div[@class: "x"](PocketViewTags.b("a < b"), PocketViewTags.p("c"));
        Assert.Equal("<div class=\"x\"><b>a &lt; b</b><p>c</p></div>", Html(view));
        Assert.Equal("a < b\nc", Plain(view));
        Assert.Contains("<b>x</b>", Html(new[] { PocketViewTags.b("x") }));
    }

    [Fact]
    public void JsonIsThePackagesOwn() =>
        Assert.Equal("{\"X\":1,\"Y\":2}", Render(new Point(1, 2), "application/json")["application/json"]);

    [Fact]
    public void AMediaTypeNobodyFormatsIsAMessage() =>
        Assert.Contains("application/x-unknown", Render(new Point(1, 2), "application/x-unknown")["application/x-unknown"]);

    private sealed record Point(int X, int Y);

    private class Box<T>(T value)
    {
        public T Value => value;
    }

    private sealed class SpecialBox() : Box<string>("s");

    [TypeFormatterSource(typeof(Source))]
    private sealed class Sourced;

    private sealed class Source : ITypeFormatterSource
    {
        public IEnumerable<ITypeFormatter> CreateTypeFormatters() => [new HtmlFormatter<Sourced>(_ => "<i>sourced</i>")];
    }

    [Convention.TypeFormatterSource(typeof(ConventionSource))]
    private sealed class SourcedByConvention;

    public sealed class ConventionSource
    {
        public IEnumerable<object> CreateTypeFormatters() => [new ConventionFormatter()];
    }

    public sealed class ConventionFormatter
    {
        public string MimeType => "text/html";

        public bool Format(object instance, TextWriter writer)
        {
            writer.Write("sourced by convention");
            return true;
        }
    }
}
