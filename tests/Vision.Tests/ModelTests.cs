using static Qiansi.torch;
using static Qiansi.torchvision;

namespace Qiansi.Vision.Tests;

public sealed class ModelTests
{
    /// <summary>Parameter counts that torchvision's documentation publishes.</summary>
    public static TheoryData<string, long> Published => new()
    {
        { nameof(models.alexnet), 61_100_840 }, { nameof(models.vgg16), 138_357_544 }, { nameof(models.googlenet), 6_624_904 },
        { nameof(models.resnet18), 11_689_512 }, { nameof(models.resnet50), 25_557_032 },
        { nameof(models.densenet121), 7_978_856 }, { nameof(models.resnet34), 21_797_672 }, { nameof(models.resnet101), 44_549_160 },
        { nameof(models.resnet152), 60_192_808 }, { nameof(models.densenet161), 28_681_000 }, { nameof(models.densenet169), 14_149_480 },
        { nameof(models.densenet201), 20_013_928 },
        // Of the large ones one with batch normalisation beside vgg16: a hundred million numbers are drawn for each.
        { nameof(models.vgg11_bn), 132_868_840 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void AsManyParametersAsPublished(string name, long count)
    {
        using var net = Make(name);
        Assert.Equal(count, Count(net));
    }

    [Fact]
    public void SmallOnesAreAsLargeAsTheirPapersSay()
    {
        Assert.Equal(61_706, Count(models.lenet5()));
        Assert.Equal(269_722, Count(models.small.resnet(20)));
        Assert.Equal(853_018, Count(models.small.resnet(56)));
        Assert.Equal(9_231_114, Count(models.small.vgg11()));
        Assert.Equal(1_019_722, Count(models.small.densenet(40)));
        Assert.Equal(Count(models.small.resnet(14, residual: true)), Count(models.small.resnet(14, residual: false)));
    }

    [Theory]
    [InlineData(nameof(models.alexnet))]
    [InlineData(nameof(models.googlenet))]
    [InlineData(nameof(models.resnet18))]
    [InlineData(nameof(models.densenet121))]
    public void ClassifiesImages(string name)
    {
        using var scope = NewDisposeScope();
        using var nothing = no_grad();
        var net = Make(name);
        net.eval();
        var logits = net.call(rand([2, 3, 64, 64], generator: new Generator(1)));
        Assert.Equal([2L, 1000], logits.shape);
        Assert.True(logits.isfinite().all().item<bool>());
        Assert.True(logits.std().ToDouble() > 0);
    }

    public static TheoryData<string, int> Small => new()
    {
        { "lenet5", 28 },
        { "lenet5", 32 },
        { "vgg11", 32 },
        { "googlenet", 28 },
        { "resnet", 28 },
        { "plain", 32 },
        { "densenet", 28 },
    };

    [Theory]
    [MemberData(nameof(Small))]
    public void SmallOnesLearnFourPicturesByHeart(string name, int size)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        nn.Module<Tensor, Tensor> net = name switch
        {
            "lenet5" => models.lenet5(image_size: size),
            "alexnet" => models.small.alexnet(in_channels: 1),
            "vgg11" => models.small.vgg11(in_channels: 1, width: 32),
            "googlenet" => models.small.googlenet(in_channels: 1),
            "resnet" => models.small.resnet(8, in_channels: 1),
            "plain" => models.small.resnet(8, in_channels: 1, residual: false),
            _ => models.small.densenet(7, 8, in_channels: 1),
        };
        var (images, labels) = (randn([4, 1, size, size]), tensor(new long[] { 0, 1, 2, 3 }));
        var optimizer = optim.Adam(net.parameters(), lr: 2e-3);
        var loss = 9.0;
        for (var step = 0; step < 60 && loss > 0.7; step++)
        {
            using var inner = NewDisposeScope();
            optimizer.zero_grad();
            var error = nn.functional.cross_entropy(net.call(images), labels);
            error.backward();
            optimizer.step();
            loss = error.ToDouble();
        }

        Assert.InRange(loss, 0, 0.7);
        Assert.All(net.named_parameters(), p => Assert.False(p.parameter.grad is null, $"{p.name} has no gradient"));
    }

    [Fact]
    public void StatesHaveTorchvisionsNames()
    {
        Assert.Contains("layer1.0.bn1.running_mean", models.resnet18().state_dict().Keys);
        Assert.Contains("layer2.0.downsample.0.weight", models.resnet18().state_dict().Keys);
        Assert.Contains("inception3a.branch3.1.conv.weight", models.googlenet().state_dict().Keys);
        Assert.Contains("features.denseblock1.denselayer1.conv2.weight", models.densenet121().state_dict().Keys);
        Assert.Contains("features.transition1.norm.weight", models.densenet121().state_dict().Keys);
        Assert.Contains("features.norm5.bias", models.densenet121().state_dict().Keys);
        Assert.Equal(62 * 2 - 2, models.resnet18().state_dict().Count);
    }

    [Fact]
    public void TheWayAroundIsTheIdentityWhenNothingIsLearned()
    {
        var net = models.small.resnet(8, in_channels: 1);
        net.eval();
        foreach (var (name, parameter) in net.named_parameters())
        {
            if (name.EndsWith("bn2.weight", StringComparison.Ordinal)) nn.init.zeros_(parameter);
        }

        var x = rand([1, 16, 8, 8], generator: new Generator(2));
        var block = (nn.Module<Tensor, Tensor>)net.named_modules().First(m => m.name == "layer1.0").module;
        Assert.True(block.call(x).allclose(x));
    }

    [Fact]
    public void WhatCannotBeIsSaid()
    {
        Assert.Contains("6n + 2", Assert.Throws<ArgumentException>(() => models.small.resnet(10)).Message);
        Assert.Contains("3n + 4", Assert.Throws<ArgumentException>(() => models.small.densenet(11)).Message);
        Assert.Contains("multiple of 8", Assert.Throws<ArgumentException>(() => models.small.vgg11(width: 30)).Message);
        Assert.Contains("28×28", Assert.Throws<ArgumentException>(() => models.lenet5(image_size: 24)).Message);
    }

    private static long Count(nn.Module net) => net.parameters().Sum(p => p.numel());

    private static nn.Module<Tensor, Tensor> Make(string name)
    {
        var factory = typeof(models).GetMethod(name)!;
        return (nn.Module<Tensor, Tensor>)factory.Invoke(null, [.. factory.GetParameters().Select(p => p.DefaultValue)])!;
    }
}
