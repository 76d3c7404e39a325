using System.Text.Json.Nodes;
using Qiansi.Contracts;
using Qiansi.Documents;

namespace Qiansi.Publishing.Tests;

/// <summary>A notebook with something of everything a page can show.</summary>
internal static class SampleNotebook
{
    /// <summary>A PNG of 2 × 2 pixels.</summary>
    public const string Png =
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP4z8Dwn4GBgYmBgeE/AwATBgMBZ6V6xAAAAABJRU5ErkJggg==";

    /// <summary>A curve on a clear background.</summary>
    public const string Svg = """
        <svg xmlns="http://www.w3.org/2000/svg" width="420" height="180" viewBox="0 0 420 180"><path d="M30 10V150H410" fill="none" stroke="#888"/><path d="M30 20C90 110 150 130 400 142" fill="none" stroke="#b03a2e" stroke-width="2"/><text x="200" y="172" font-size="12" fill="#666">epoch</text></svg>
        """;

    public static Notebook Create()
    {
        var notebook = new Notebook();
        notebook.Cells.AddRange(Text());
        notebook.Cells.AddRange(Work());
        return notebook;
    }

    public static Cell MarkdownCell(string text) => new(CellKind.Markdown, text);

    public static Cell CodeCell(string code, int? count = null, params IEnumerable<Output> outputs) =>
        new(CellKind.Code, code) { ExecutionCount = count, Outputs = [.. outputs] };

    public static ResultOutput Result(int count, params (string MediaType, string Text)[] data) => new(Bundle(data), count);

    public static DisplayOutput Display(params (string MediaType, string Text)[] data) => new(Bundle(data));

    private static MimeBundle Bundle((string MediaType, string Text)[] data)
    {
        var bundle = new MimeBundle();
        foreach (var (mediaType, text) in data) bundle.Add(mediaType, text);
        return bundle;
    }

    private static IEnumerable<Cell> Text()
    {
        yield return MarkdownCell("""
            # Backpropagation (反向传播), from the chain rule up

            A network is a function of many numbers. **Training** it means asking each of them: *if you were a little larger, would the loss be smaller?*
            The answer is a derivative, and backpropagation is bookkeeping[^1] that finds all of them in one sweep. See [the last section](#What-to-remember) or [the course page](https://example.org/course).

            [^1]: Rumelhart, Hinton and Williams (1986) made it popular; the idea is older.
            """);
        yield return MarkdownCell("""
            ## One neuron

            A neuron with weights $w \in \mathbb{R}^n$ and bias $b$ computes $\hat y = \sigma(w^\top x + b)$, where $\sigma(z) = \frac{1}{1 + e^{-z}}$. Its loss on one example is

            $$
            L = -\bigl( y \log \hat y + (1 - y) \log (1 - \hat y) \bigr),
            \qquad \frac{\partial L}{\partial w_i} = (\hat y - y)\, x_i .
            $$

            | quantity | symbol | shape | cost |
            |:--|:--|:--|--:|
            | weights (权重) | $w$ | $[n]$ | 8 B |
            | gradient | $\partial L / \partial w$ | $[n]$ | 8 B |
            | absolute value | $|w|$ | $[n]$ | 0 B |

            > The gradient has the error $\hat y - y$ as a factor: a neuron that is right learns nothing.

            > [!TIP]
            > Read `dL/dw` as *how much the loss would move if this weight moved by one*.

            - [x] forward pass
            - [ ] backward pass
              1. seed the output with 1
              2. walk the graph in reverse
            """);
        yield return MarkdownCell("""
            ### The graph

            ```csharp
            // the order of the walk is the reverse of the order of computing
            foreach (var node in topological.Reverse()) node.Backward();
            ```

            ```mermaid
            flowchart LR
              x --> mul
              w --> mul --> add --> sigma --> L
            ```

            It costs \\(O(n)\\), the price of \(a + b_1\) and not $5 a step.
            """);
    }

    private static IEnumerable<Cell> Work()
    {
        yield return CodeCell("""
            #r "nuget: Example.Package, 1.2.3"
            using System.Text;

            /// <summary>A number that remembers how it was made.</summary>
            public sealed record Value(double Data, params Value[] Parents)
            {
                public double Grad { get; set; } = 0.0;
                public Action Backward { get; init; } = () => { };

                public static Value operator *(Value a, Value b)
                {
                    Value result = null!;
                    return result = new Value(a.Data * b.Data, a, b) { Backward = () => { a.Grad += b.Data * result.Grad; b.Grad += a.Data * result.Grad; } };
                }
            }

            var w = new Value(0.5);
            var x = new Value(-2.0);
            Console.WriteLine($"w·x = {(w * x).Data:F2}");
            """, 1, new StreamOutput("stdout", "w·x = -1.00\n"));
        yield return CodeCell("await foreach (var step in Train(epochs: 3)) Console.Write(step);", 2,
            new StreamOutput("stdout", "epoch 1/3  10%\repoch 1/3 100%\nepoch 2/3 \e[32m100%\e[0m\nepoch 3/3 \e[1;38;5;208mloss "
                + "0.042\e[0m \e[38;2;90;160;250maccuracy 0.98\e[0m\n"),
            new StreamOutput("stderr", "warning: learning rate above 0.1\n"),
            Result(2,
                ("text/html",
                    "<table><thead><tr><th>epoch</th><th>loss</th><th>accuracy</th></tr></thead><tbody>"
                    + "<tr><td>1</td><td>0.693</td><td>0.51</td></tr><tr><td>2</td><td>0.201</td><td>0.93</td></tr>"
                    + "<tr><td>3</td><td>0.042</td><td>0.98</td></tr></tbody></table>"),
                ("text/plain", "3 rows")));
        yield return CodeCell(
            "Curve(losses)", 3, Display(("image/svg+xml", Svg), ("text/plain", "Loss over 20 epochs, from 0.69 to 0.04")));
        yield return CodeCell(
            "chart", 4, Display(("application/vnd.plotly.v1+json", """{"data":[]}"""), ("image/png", Png), ("text/plain", "a chart")));
        yield return CodeCell("new { name = \"adam\", betas = new[] { 0.9, 0.999 } }", 5,
            Display(("application/json", """{"name":"adam","betas":[0.9,0.999],"amsgrad":false,"note":null}""")));
        yield return CodeCell("for (var i = 0; i < 300; i++) Console.WriteLine(i);", 6,
            new StreamOutput("stdout", string.Concat(Enumerable.Range(0, 300).Select(i => $"line {i}\n"))));
        yield return CodeCell("Divide(1, 0)", 7, new ErrorOutput("DivideByZeroException", "Attempted to divide by zero.",
            ["\e[31mSystem.DivideByZeroException: Attempted to divide by zero.\e[0m",
                "   at Divide(Int32 a, Int32 b) in \e[36mCell 7\e[0m, line 1", "   at <cell> in \e[36mCell 7\e[0m, line 3"]));
        yield return CodeCell("tex", 8,
            Display(("text/latex",
                @"$$\nabla_\theta J = \mathbb{E}_{\pi_\theta}\left["
                + @"\sum_{t=0}^{T} \nabla_\theta \log \pi_\theta(a_t \mid s_t)\, R\right]$$"),
                ("text/plain", "a formula")));
        yield return new(CellKind.Code, "#!html\n<p>Drawn by <b>HTML</b> in a cell.</p>")
        {
            ExecutionCount = 9,
            Outputs = [Display(("text/html", "<p onclick=\"alert(1)\">Drawn by <b>HTML</b> in a cell.<script>alert(1)</script></p>"))]
        };
        yield return new(CellKind.Code, "SELECT name, count(*) FROM runs WHERE loss < 0.1 GROUP BY name; -- the good ones",
            "sql")
        { ExecutionCount = 10 };
        yield return MarkdownCell("## Exercise\n\nWrite `operator +`. Which gradient does each parent get?");
        yield return new(CellKind.Code, "public static Value operator +(Value a, Value b) => null; // each parent gets the whole gradient")
        {
            ExecutionCount = 11,
            Tags = ["solution"]
        };
        yield return new(CellKind.Code, "var setup = 1;")
        {
            ExecutionCount = 12,
            Tags = ["hide-input"],
            Outputs = [Result(12, ("text/plain", "1"))]
        };
        yield return new(CellKind.Code, "var secret = \"never shown\";") { Tags = ["remove-cell"] };
        yield return new(CellKind.Markdown,
            "## What to remember\n\nGradients *flow backwards*: ![two by two pixels](attachment:dot.png) and that is all.\n\nGradient\n: "
            + "  The vector of partial derivatives.\n\n---\n\n~~Magic~~ The chain rule.")
        {
            Attachments = new JsonObject { ["dot.png"] = new JsonObject { ["image/png"] = Png } },
        };
    }
}
