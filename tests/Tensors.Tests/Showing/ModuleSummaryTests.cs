using static Qiansi.torch;

namespace Qiansi.Tensors.Tests.Showing;

public sealed class ModuleSummaryTests
{
    private static Qiansi.Modules.Sequential LeNet() => nn.Sequential(
        ("conv1", nn.Conv2d(1, 6, 5, padding: 2)), ("relu1", nn.ReLU()), ("pool1", nn.MaxPool2d(2)),
        ("conv2", nn.Conv2d(6, 16, 5)), ("relu2", nn.ReLU()),
        ("pool2", nn.MaxPool2d(2)), ("flat", nn.Flatten()), ("fc1", nn.Linear(400, 120)), ("drop", nn.Dropout(0.5)),
        ("fc2", nn.Linear(120, 84)), ("fc3", nn.Linear(84, 10)));

    [Fact]
    public void LeNetHasTheNumbersOfTheBooks()
    {
        var net = LeNet();
        var picture = net.Summary(1, 1, 28, 28);
        var words = RenderedAs.Words(picture.Html);
        Assert.Contains("61,706 parameters (241 KiB)", words);
        Assert.Contains("417 k multiply-adds", words); // 117,600 + 240,000 + 48,000 + 10,080 + 840 = 416,520
        Assert.Contains("conv2| Conv2d|[1, 16, 10, 10]|2,416|240,000|9.44 KiB + 6.25 KiB", words);
        Assert.Matches(@"fc1 Linear +\[1, 120\] +48,120 +48,000", picture.Text);
        Assert.Contains("conv1", RenderedAs.Words(net.Summary().Html));
    }

    [Fact]
    public void ModesAndAveragesAreAsBefore()
    {
        var net = nn.Sequential(("bn", nn.BatchNorm1d(3)), ("drop", nn.Dropout()));
        net[1].eval();
        net.Summary(4, 3);
        Assert.Equal((true, true, false), (net.training, net[0].training, net[1].training));
        Assert.Equal(0, net.get_buffer("bn.num_batches_tracked")!.ToInt64());
    }

    [Fact]
    public void LayersCalledByForwardAreFoundInTheGraph()
    {
        var words = RenderedAs.Words(new ByForward().Summary(32, 4).Html);
        Assert.Contains("a| Linear|[32, 8]|40|1,024", words);
        Assert.Contains("b| Linear|[32, 2]|18|512", words);
    }

    [Fact]
    public void FrozenSharedAndRepeatedLayersAreTold()
    {
        var shared = nn.Linear(4, 4);
        foreach (var p in shared.parameters()) p.requires_grad = false;
        var words = RenderedAs.Words(nn.Sequential(("one", shared), ("two", shared)).Summary(2, 4).Html);
        Assert.Contains("20 parameters, 20 of them frozen", words);
        Assert.Contains("two| Linear |again", words);
        Assert.Contains("(shared)", words);
    }

    [Fact]
    public void OtherInputsAndRecurrentLayersAreCounted()
    {
        Assert.Contains("[5, 3, 8]", nn.Embedding(10, 8).Summary(5, 3).Text);
        // 5 places × 2 sequences × (4·6·3 + 4·6·6) weights
        Assert.Contains("2,160", nn.LSTM(3, 6).Summary(5, 2, 3).Text);
        // 3·64² for 20 tokens, and twice 10·10·64 for two sequences
        Assert.Contains("271,360", nn.MultiheadAttention(64, 4).Summary(rand([10, 2, 64]), rand([10, 2, 64]), rand([10, 2, 64])).Text);
    }

    [Fact]
    public void AWrongInputSaysWhichAndWhy()
    {
        var message = Assert.Throws<InvalidOperationException>(() => LeNet().Summary(1, 3, 28, 28)).Message;
        Assert.StartsWith("Summary: Sequential cannot be run on float32 [1, 3, 28, 28]: ", message);
        Assert.Contains("channels", message);
    }

    [Fact]
    public void ADeepNetStaysWithinTheLimit()
    {
        var blocks = Enumerable.Range(0, 150).Select(i =>
            ($"block{i}", (nn.Module<Tensor, Tensor>)nn.Sequential(("linear", nn.Linear(4, 4)), ("relu", nn.ReLU())))).ToArray();
        var html = nn.Sequential(blocks).Summary(1, 4).Html;
        RenderedAs.Checked(html);
        Assert.Matches("[0-9]+ more layers are counted but not listed", html);
        Assert.Contains("3,000 parameters", html);
    }

    private sealed class ByForward : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> a, b;

        public ByForward() : base("ByForward")
        {
            a = nn.Linear(4, 8);
            b = nn.Linear(8, 2);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => b.forward(nn.functional.relu(a.forward(input)));
    }
}
