using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.CSharp.Language;

public sealed class SignatureTests
{
    private static readonly CellChain Cells = new(
        """
        void Paint(string name, int width = 1, params double[] weights) { }
        void Paint(int count) { }
        class Box { public Box(int width, int height) { } public Box() { } public int this[int row, string column] => 0; }
        Func<int, string, bool> check = (a, b) => true;
        var box = new Box();
        T Pick<T>(List<T> from, Func<T, bool> test) => from.First(test);
        """);

    public static TheoryData<string, string> Cases { get; } = new()
    {
        { "Paint(|", "void Paint(»int count«)" },
        { "Paint(|)", "void Paint(»int count«)" },
        { "Paint(\"a\", |)", "void Paint(string name, »int width = 1«, params double[] weights)" },
        { "Paint(\"a\"|)", "void Paint(»string name«, int width = 1, params double[] weights)" },
        { "Paint(\"a\", 1, 2, 3, |)", "void Paint(string name, int width = 1, »params double[] weights«)" },
        { "Paint(\"a\", width: |)", "void Paint(string name, »int width = 1«, params double[] weights)" },
        { "new Box(1, |", "Box.Box(int width, »int height«)" },
        { "Box b = new(1, |)", "Box.Box(int width, »int height«)" },
        { "box[1, |]", "int Box.this[int row, »string column«] { get; }" },
        { "check(1, |)", "bool Func<int, string, bool>.Invoke(int arg1, »string arg2«)" },
        { "Pick(new List<int>(), |)", "T Pick<T>(List<T> from, »Func<T, bool> test«)" },
        { "Console.WriteLine(Math.Max(1, |))", "static int Math.Max(int val1, »int val2«)" },
        { "Console.WriteLine(Math.Max(1, 2), |)", "static void Console.WriteLine(" },
        { "Paint(1 + |\nvar x = 1;", "void Paint(»int count«)" },
        { "[Obsolete(|)] class C { }", "ObsoleteAttribute.ObsoleteAttribute(" },
        { "Paint|(1)", "" },
        { "Paint(1)|;", "" },
        { "Task.Run(() => { | })", "" },
        { "var x = |", "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Lists_overloads_with_the_parameter_at_the_caret(string marked, string first)
    {
        (string code, int position) = CellChain.Caret(marked);

        MimeBundle? page = await Cells.Services.SignatureAsync(code, position, TestContext.Current.CancellationToken);

        if (first == "") Assert.Null(page);
        else Assert.StartsWith(first, page!["text/plain"]);
    }

    [Fact]
    public async Task Marks_the_parameter_in_html_and_lists_the_other_overloads()
    {
        MimeBundle? page = await Cells.Services.SignatureAsync("Paint(\"a\", )", 11, TestContext.Current.CancellationToken);

        Assert.Matches("<b><u>.*width.*</u></b>", page!["text/html"]);
        Assert.Contains("Paint(int count)", page["text/plain"]);
    }

    [Fact]
    public async Task Inspection_inside_an_argument_list_shows_the_signature()
    {
        MimeBundle? page = await Cells.Services.InspectAsync("Paint(\"a\", )", 11, TestContext.Current.CancellationToken);

        Assert.Contains("»int width = 1«", page!["text/plain"]);
    }
}
