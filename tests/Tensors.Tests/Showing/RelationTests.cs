using static Qiansi.torch;

namespace Qiansi.Tensors.Tests.Showing;

/// <summary>Attention, boxes, comparisons, graphs.</summary>
public sealed class RelationTests
{
    private static readonly string[] Tokens = ["the", " cat", "sat"];

    private static Tensor Causal() => tensor(new float[] { 1, 0, 0, 0.25f, 0.75f, 0, 0.5f, 0.125f, 0.375f }, new long[] { 1, 3, 3 });

    [Fact]
    public void AttentionTellsEveryWeightAndRecognisesACausalMask()
    {
        var picture = Causal().AsAttention(Tokens);
        var titles = RenderedAs.Titles(picture.Html);
        Assert.Contains("sat → ␣cat: 0.125", titles);
        Assert.Contains("masked: a token sees only those up to itself", titles);
        Assert.DoesNotContain(titles, t => t.StartsWith("the → sat", StringComparison.Ordinal));
        Assert.Contains("causal", picture.Text);
        Assert.Contains("head 0: sat → the 0.5, sat 0.38, ␣cat 0.13", picture.Text);
        Assert.Contains("scores before the softmax", randn(3, 3).AsAttention().Text);
        Assert.Contains("2 tokens for 3 queries", Assert.Throws<ArgumentException>(() => Causal().AsAttention(["a", "b"])).Message);
    }

    [Fact]
    public void TokensStandOnTheColourOfTheirNumbers()
    {
        var picture = tensor(new[] { 0.5f, 3, 1 }).AsTokens(["the", " <whale>", "\n"], "nats");
        Assert.Equal("the| <whale>|↵", RenderedAs.Words(picture.Html).Split("|3 tokens")[0]);
        Assert.Contains("title=\"␣&lt;whale&gt;: 3\"", picture.Html);
        Assert.Equal("3 tokens, nats: 0.5 to 3, mean 1.5\nthe 0.5 · ␣<whale> 3 · ↵ 1", picture.Text);
        Assert.Contains("2 tokens for 3 numbers", Assert.Throws<ArgumentException>(() => rand(3).AsTokens(["a", "b"])).Message);
        Assert.Contains("this tensor is [2, 2]", Assert.Throws<ArgumentException>(() => rand(2, 2).AsTokens(["a"])).Message);
        var many = randn(5000).AsTokens(Enumerable.Repeat("a rather long token", 5000));
        RenderedAs.Checked(many.Html);
        Assert.Contains("the first 400 are shown", many.Text);
    }

    [Fact]
    public void LinesTellWhoLooksAtWhomAndHowMuchIsLeftOut()
    {
        var weights = tensor(new[] { 1f, 0, 0, 0.25f, 0.6875f, 0.0625f }, new long[] { 2, 3 });
        var picture = weights.AsAttentionLines(["le", "chat"], ["the", " cat", "sat"]);
        Assert.Equal(["chat → the: 0.25", "chat → ␣cat: 0.688", "le → the: 1"], RenderedAs.Titles(picture.Html));
        Assert.Contains("3 lines of weight 0.1 and more, 97% of all attention", picture.Text);
        Assert.Contains("chat → ␣cat 0.69, the 0.25, sat 0.063", picture.Text);
        Assert.Contains("1 → 2: 0.0625", RenderedAs.Titles(weights.AsAttentionLines(least: 0).Html));

        var heads = stack([weights, weights.flip(1)]).unsqueeze(0);
        Assert.Contains("head 1: chat → sat: 0.25", RenderedAs.Titles(heads.AsAttentionLines(["le", "chat"], ["the", "cat", "sat"]).Html));
        Assert.Contains("1 of 2 heads", heads.AsAttentionLines(heads: [1]).Text);
    }

    [Fact]
    public void ManyLinesKeepToTheLimitAndTheLargestAreDrawn()
    {
        var weights = nn.functional.softmax(randn([4, 64, 64]), -1);
        var picture = weights.AsAttentionLines(Enumerable.Range(0, 64).Select(i => $"token{i}"), least: 0);
        Assert.Equal(300, RenderedAs.Titles(picture.Html).Count);
        Assert.Contains("300 lines", picture.Text);
    }

    [Fact]
    public void LinesRefuseWhatIsNoAttention()
    {
        static string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
        Assert.Contains("rows do not add up to 1", Message(() => (ones(2, 2) * 3).AsAttentionLines()));
        Assert.Contains("at most 64", Message(() => eye(65).AsAttentionLines()));
        Assert.Contains("AsAttentionLines: head 1 of 1", Message(() => eye(2).AsAttentionLines(heads: [1])));
        Assert.Contains("AsAttentionLines: 1 tokens for 2 queries", Message(() => eye(2).AsAttentionLines(["a"])));
    }

    [Fact]
    public void LayersTellOfEachHeadWhatItDoes()
    {
        var picture = new[] { eye(3).expand(2, 3, 3), ones(1, 3, 3) / 3 }.AsAttentionLayers(Tokens);
        Assert.Contains("layer 0, head 1: the → the 1; looks 0 tokens away; entropy 0", picture.Text);
        Assert.Contains("layer 1, head 0: the → the 0.33; looks 0.89 tokens away; entropy 1.1", picture.Text);
        Assert.Equal(4, RenderedAs.Titles(picture.Html).Count);
        Assert.Contains("no such head", RenderedAs.Titles(picture.Html));
        Assert.DoesNotContain("away", new[] { ones(2, 3) / 3 }.AsAttentionLayers(["le", "chat"], Tokens).Text);
    }

    [Theory]
    [InlineData(12, 12, 128)]
    [InlineData(2, 4, 512)]
    public void ManyLayersKeepToTheLimit(int layers, int heads, int tokens) => RenderedAs.Checked(
        Enumerable.Repeat(nn.functional.softmax(randn([heads, tokens, tokens]), -1), layers).AsAttentionLayers().Html);

    [Fact]
    public void LayersThatDoNotBelongTogetherAreRefused()
    {
        static string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
        Assert.Contains("there is no layer", Message(() => Array.Empty<Tensor>().AsAttentionLayers()));
        Assert.Contains("layers have 2×2, 3×3", Message(() => new[] { eye(2), eye(3) }.AsAttentionLayers()));
        Assert.Contains("145 layers of 1 heads; at most 144", Message(() => Enumerable.Repeat(eye(2), 145).AsAttentionLayers()));
    }

    [Theory]
    [InlineData(16, 64)]
    [InlineData(12, 200)]
    [InlineData(1, 512)]
    public void ManyHeadsKeepToTheLimit(int heads, int tokens)
    {
        var weights = nn.functional.softmax(randn([heads, tokens, tokens]), -1);
        RenderedAs.Checked(weights.AsAttention(Enumerable.Range(0, tokens).Select(i => $"token{i}")).Html);
    }

    [Theory]
    [InlineData("xyxy", new float[] { 10, 4, 30, 24 })]
    [InlineData("xywh", new float[] { 10, 4, 20, 20 })]
    [InlineData("cxcywh", new float[] { 20, 14, 20, 20 })]
    [InlineData("xyxy", new float[] { 0.25f, 0.125f, 0.75f, 0.75f })]
    public void BoxesStandWhereTheyAre(string format, float[] numbers)
    {
        var picture = rand([3, 32, 40]).AsBoxes(tensor(numbers, new long[] { 1, 4 }), ["cat"], tensor(new[] { 0.5f }), format);
        Assert.Contains("cat 0.5: 10, 4 to 30, 24 (20 × 20)", RenderedAs.Titles(picture.Html));
        Assert.Contains("cat 0.5: 10, 4 to 30, 24", picture.Text);
    }

    [Fact]
    public void WrongBoxesSayWhatIsWrong()
    {
        var image = rand(8, 8);
        Assert.Contains("boxes are (n, 4), this tensor is [3]", Assert.Throws<ArgumentException>(() => image.AsBoxes(rand(3))).Message);
        Assert.Contains("1 labels for 2 boxes", Assert.Throws<ArgumentException>(() => image.AsBoxes(rand(2, 4), ["a"])).Message);
        Assert.Contains("format \"yxyx\" is not known",
            Assert.Throws<ArgumentException>(() => image.AsBoxes(rand(2, 4), format: "yxyx")).Message);
        RenderedAs.Checked(
            rand([3, 300, 300]).AsBoxes(rand(2000, 4) * 300, Enumerable.Repeat("a rather long label", 2000), rand(2000)).Html);
    }

    [Fact]
    public void AComparisonNamesTheLargestDifferencesAndWhere()
    {
        var a = zeros(6, 8);
        var b = a.clone();
        b[2, 3] = 0.5;
        b[4, 1] = 1e-9;
        var picture = a.Compare(b);
        Assert.StartsWith("Different · [6, 8] · float32 · largest difference 0.5 at [2, 3]", picture.Text);
        Assert.Contains("1 of 48 beyond rtol 1e-05, atol 1e-08", picture.Text);
        Assert.Contains("[2, 3]: 0 and 0.5, 0.5 apart\n[4, 1]", picture.Text);
        RenderedAs.Checked(picture.Html);
        Assert.StartsWith("Equal", a.Compare(zeros(6, 8)).Text);
        Assert.StartsWith("Close", (a + 1).Compare(a + 1 + 1e-6).Text);
        Assert.Contains("shapes differ: [6, 8] and [8, 6]", a.Compare(b.t()).Text);
        Assert.StartsWith("Equal", a.fill_(float.NaN).Compare(a).Text);
        Assert.Contains("Inf apart", tensor(new[] { float.NaN }).Compare(tensor(new[] { 1f })).Text);
        Assert.Contains("sampled: 1,048,576 of 9,000,000", RenderedAs.Words(zeros(3000, 3000).Compare(ones(3000, 3000)).Html));
    }

    [Fact]
    public void AViewIsComparedByItsIndicesNotByItsMemory()
    {
        var a = arange(12).reshape(3, 4);
        var picture = a.t().Compare(a.t().contiguous() + tensor(new long[] { 0, 0, 7 }));
        Assert.Contains("largest difference 7 at [0, 2]", picture.Text);
        Assert.Contains("4 of 12 beyond", picture.Text);
    }

    [Fact]
    public void AGraphShowsShapesAndTheNormsThatBackwardGives()
    {
        manual_seed(3);
        var layer = nn.Linear(4, 2);
        var loss = layer.call(rand(8, 4)).relu().pow(2).mean();
        var picture = loss.ShowGraph(layer);
        RenderedAs.Checked(picture.Html);
        Assert.Null(layer.weight.grad);
        loss.backward();
        var norm = layer.weight.grad!.norm().ToDouble();
        Assert.Contains($"‖∇‖ {Drawing.NumberText.Short(norm)}", RenderedAs.Words(picture.Html));
        foreach (var part in new[] { "Mean", "Pow", "Relu", "Addmm", "weight", "bias", "[8, 2]", "[2, 4]" })
            Assert.Contains(part, RenderedAs.Words(picture.Html));
        Assert.Contains("have been freed", loss.ShowGraph(layer).Text);
        Assert.Contains("no tensor it was calculated from requires gradients",
            Assert.Throws<InvalidOperationException>(() => rand(3).sum().ShowGraph()).Message);
    }

    [Fact]
    public void AGraphOfManyOperationsIsCutAndSaysSo()
    {
        var x = rand(2, 2).requires_grad_();
        var y = x;
        for (var i = 0; i < 2000; i++) y = y.mul(1.001);
        var picture = y.sum().ShowGraph();
        RenderedAs.Checked(picture.Html);
        Assert.Contains("2,002 operations", picture.Text.Replace("2002", "2,002"));
        Assert.Contains("more", RenderedAs.Words(picture.Html));
    }
}
