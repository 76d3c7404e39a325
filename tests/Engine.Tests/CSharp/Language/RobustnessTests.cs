using FsCheck;
using FsCheck.Fluent;

namespace Qiansi.Engine.Tests.CSharp.Language;

/// <summary>Whatever half-written text arrives, every service answers.</summary>
public sealed class RobustnessTests
{
    private static readonly string[] Pieces =
    [
        "var", "x", "=", "new", "List<", "int", ">", "(", ")", "{", "}", ".", ",", ";", "\n", " ", "\"", "$\"{", "}\"", "@\"", "\"\"\"",
        "/*", "*/", "//", "///", "#if", "#", "#!time",
        "class", "A", ":", "override", "public", "static", "this", "=>", "is", "switch", "case", "?", "?.", "[", "]", "from", "in",
        "select", "where", "await", "async", "namespace",
        "extension", "using", "数", "😀", "\ud83d", "@", "'", "0x", "1.", "&&", "with", "record", "enum", "goto", "yield", "return",
        "foreach", "if", "else", "try", "catch", "delegate",
    ];

    private static readonly CellChain Cells = new("var x = new List<int>(); class A { public int P { get; set; } }");

    [Fact]
    public void Answers_for_any_text_and_position()
    {
        Gen<string> text =
            Gen.ArrayOf(Gen.Elements(Pieces)).Select(pieces => string.Join("", pieces.SelectMany(piece => new[] { piece, " " })));
        Prop.ForAll(text.ToArbitrary(), ArbMap.Default.ArbFor<int>(), (code, seed) =>
        {
            int position = (int)((uint)seed % (uint)(code.Length + 1));
            CancellationToken cancellation = TestContext.Current.CancellationToken;
            var list = Cells.Services.CompleteAsync(code, position, cancellation).GetAwaiter().GetResult();
            Assert.InRange(list.Start, 0, position);
            Assert.InRange(list.End, position, code.Length);
            Cells.Services.InspectAsync(code, position, cancellation).GetAwaiter().GetResult();
            Cells.Services.SignatureAsync(code, position, cancellation).GetAwaiter().GetResult();
            Cells.Services.DiagnoseAsync(code, cancellation).GetAwaiter().GetResult();
            Assert.Contains(Cells.Services.IsComplete(code).Status, new[] { "complete", "incomplete", "invalid" });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(1000)]
    public async Task Takes_positions_outside_for_the_ends(int position)
    {
        var list = await Cells.Services.CompleteAsync("x.", position, TestContext.Current.CancellationToken);

        Assert.InRange(list.Start, 0, 2);
    }
}
