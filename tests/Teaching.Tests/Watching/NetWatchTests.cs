using Qiansi.Modules;
using static Qiansi.torch;

namespace Qiansi.Teaching.Tests.Watching;

public sealed class NetWatchTests
{
    [Fact]
    public void A_net_of_two_layers_has_the_numbers_calculated_by_hand()
    {
        // h = relu([1 −1; 2 0]ᵀ-rows · x), y = [3 4] · h, loss = y; x = (1, 2), one sample.
        var first = Filled(nn.Linear(2, 2, hasBias: false), new double[,] { { 1, 1 }, { -1, 0 } });
        var second = Filled(nn.Linear(2, 1, hasBias: false), new double[,] { { 3, 4 } });
        var net = nn.Sequential(first, nn.ReLU(), second);
        var sgd = optim.SGD(net.parameters(), 0.01);
        using var watch = new NetWatch(net, sgd);
        net.call(tensor(new double[,] { { 1, 2 } })).sum().backward();
        sgd.step();

        // Before ReLU (3, −1), after it (3, 0). ∂L/∂W₂ = h = (3, 0); ∂L/∂W₁ = (3, 0)ᵀ · (1, 2).
        Assert.Equal(["0 Linear", "2 Linear"], watch.Last.Layers.Select(l => l.Layer));
        Assert.Equal(Math.Sqrt(9 + 36), watch.Last.Layers[0].GradientNorm, 12);
        Assert.Equal(3, watch.Last.Layers[1].GradientNorm, 12);
        Assert.Equal(0.01 * Math.Sqrt(45) / Math.Sqrt(3), watch.Last.Layers[0].UpdateRatio, 12);
        Assert.Equal(0.01 * 3 / 5, watch.Last.Layers[1].UpdateRatio, 12);
        Assert.Equal(new ActivationReading("1 ReLU", 1.5, 1.5, 0.5), Assert.Single(watch.Last.Activations));
        Assert.Equal(1, watch.Last.Update);
    }

    [Fact]
    public void Gradients_of_a_deep_sigmoid_net_fall_from_layer_to_layer()
    {
        manual_seed(1);
        var net = nn.Sequential([.. Enumerable.Range(0, 6).SelectMany(
            _ => new nn.Module<Tensor, Tensor>[] { nn.Linear(16, 16), nn.Sigmoid() })]);
        var sgd = optim.SGD(net.parameters(), 0.1);
        using var watch = new NetWatch(net, sgd);
        Step(net, sgd, randn(32, 16));
        var norms = watch.Last.Layers.Select(l => l.GradientNorm).ToArray();
        Assert.Equal(6, norms.Length);
        for (var i = 1; i < 6; i++) Assert.True(norms[i - 1] < norms[i] / 2, string.Join(' ', norms));
    }

    [Fact]
    public void Dead_units_are_those_that_are_zero_for_every_sample()
    {
        var layer = nn.Linear(4, 10);
        using (no_grad())
        {
            // Three units below zero whatever comes; the others fire for one half of the samples each.
            layer.weight.zero_();
            layer.weight[3.., 0] = 1;
            layer.bias!.zero_();
            layer.bias![..3] = -1;
        }

        var net = nn.Sequential(layer, nn.ReLU(), nn.Linear(10, 1));
        var sgd = optim.SGD(net.parameters(), 0.01);
        using var watch = new NetWatch(net, sgd);
        var half = ones(8, 4);
        half[..4] = -1;
        Step(net, sgd, half);
        Assert.Equal(0.3, watch.Last.Activations[0].Stuck!.Value, 6);
    }

    [Fact]
    public void Units_of_pictures_are_channels_and_of_sequences_features()
    {
        var conv = nn.Conv2d(1, 4, 1);
        var linear = nn.Linear(3, 5);
        using (no_grad())
        {
            conv.weight.fill_(1);
            conv.bias!.zero_();
            conv.bias![0] = -10;
            linear.weight.fill_(1);
            linear.bias!.zero_();
            linear.bias![..2] = -10;
        }

        Assert.Equal(0.25, Stuck(nn.Sequential(conv, nn.ReLU()), ones(2, 1, 3, 3)));
        Assert.Equal(0.4, Stuck(nn.Sequential(linear, nn.ReLU()), ones(2, 7, 3)), 6);
    }

    [Fact]
    public void Saturated_are_values_near_the_limits_of_sigmoid_and_tanh()
    {
        Assert.Equal(0.5, Stuck(nn.Sequential(Filled(nn.Linear(1, 2, false), new double[,] { { 5 }, { 0.1 } }), nn.Tanh()), ones64));
        Assert.Equal(0.5, Stuck(nn.Sequential(Filled(nn.Linear(1, 2, false), new double[,] { { -5 }, { 0.1 } }), nn.Sigmoid()), ones64));
    }

    [Fact]
    public void Evaluation_in_between_changes_nothing()
    {
        var (net, sgd) = Small();
        using var watch = new NetWatch(net, sgd);
        var loss = net.call(ones(4, 3)).sum();
        loss.backward();
        using (no_grad()) net.call(full([4, 3], 100f));
        net.eval();
        net.call(full([4, 3], 100f));
        net.train();
        sgd.step();
        var mean = watch.Last.Activations[0].Mean;
        using (no_grad()) Assert.Equal(mean, watch.Last.Activations[0].Mean);
        Assert.True(Math.Abs(mean) <= 1, "tanh of ones, not of hundreds");
        Assert.Single(watch.Last.Activations);
        Assert.Equal(1, watch.Updates);
    }

    [Fact]
    public void Frozen_layers_are_left_out_until_they_thaw()
    {
        var (net, sgd) = Small();
        using var watch = new NetWatch(net, sgd);
        foreach (var p in net[0].parameters()) p.requires_grad = false;
        Step(net, sgd, ones(4, 3));
        Assert.Equal(["2 Linear"], watch.Last.Layers.Select(l => l.Layer));
        foreach (var p in net[0].parameters()) p.requires_grad = true;
        Step(net, sgd, ones(4, 3));
        Assert.Equal(["0 Linear", "2 Linear"], watch.Last.Layers.Select(l => l.Layer));
    }

    [Fact]
    public void A_layer_the_optimizer_does_not_have_has_a_gradient_and_a_ratio_of_zero()
    {
        var (net, _) = Small();
        var sgd = optim.SGD(net[2].parameters(), 0.1);
        using var watch = new NetWatch(net, sgd);
        Step(net, sgd, ones(4, 3));
        Assert.True(watch.Last.Layers[0].GradientNorm > 0);
        Assert.Equal(0, watch.Last.Layers[0].UpdateRatio);
        Assert.True(watch.Last.Layers[1].UpdateRatio > 0);
    }

    [Fact]
    public void A_shared_parameter_counts_once_and_a_shared_module_has_a_reading_for_each_call()
    {
        var (shared, bend) = (nn.Linear(3, 3), nn.Tanh());
        var net = nn.Sequential(shared, bend, shared, bend);
        var sgd = optim.SGD(net.parameters(), 0.1);
        using var watch = new NetWatch(net, sgd);
        for (var i = 0; i < 3; i++) Step(net, sgd, randn(4, 3));
        Assert.Equal(["0 Linear"], watch.Last.Layers.Select(l => l.Layer));
        Assert.Equal(["1 Tanh", "1 Tanh (2)"], watch.Last.Activations.Select(a => a.Layer));
    }

    [Fact]
    public void Training_is_the_same_watched_or_not_and_hooks_go_on_dispose()
    {
        Tensor Trained(bool isWatched)
        {
            var (net, sgd) = Small();
            using var watch = isWatched ? new NetWatch(net, sgd) : null;
            for (var i = 0; i < 5; i++) Step(net, sgd, ones(4, 3));
            watch?.Dispose();
            Step(net, sgd, ones(4, 3));
            if (watch is not null) Assert.Equal(5, watch.Updates);
            return net[0].parameters().First().detach();
        }

        Assert.True(Trained(true).equal(Trained(false)));
    }

    [Fact]
    public void Many_updates_are_thinned_at_equal_distances()
    {
        var (net, sgd) = Small();
        using var watch = new NetWatch(net, sgd);
        for (var i = 0; i < 1500; i++) Step(net, sgd, ones(1, 3));
        var updates = watch.Readings.Select(r => r.Update).ToArray();
        Assert.InRange(updates.Length, 256, 511);
        Assert.Equal(1, updates[0]);
        Assert.All(updates.Zip(updates.Skip(1)), pair => Assert.Equal(4, pair.Second - pair.First));
        Assert.Equal(1500, watch.Updates);
    }

    [Fact]
    public void Large_layers_are_sampled_and_their_lengths_are_right_within_three_per_cent()
    {
        manual_seed(5);
        var layer = nn.Linear(512, 256, hasBias: false);
        var sgd = optim.SGD(layer.parameters(), 0.1);
        using var watch = new NetWatch(layer, sgd);
        var before = layer.weight.detach().clone();
        layer.call(randn(64, 512)).pow(2).mean().backward();
        var norm = layer.weight.grad!.norm().ToDouble();
        sgd.step();
        var reading = Assert.Single(watch.Last.Layers);
        Assert.Equal("Linear", reading.Layer);
        Assert.InRange(reading.GradientNorm / norm, 0.97, 1.03);
        Assert.InRange(reading.UpdateRatio / (0.1 * norm / before.norm().ToDouble()), 0.97, 1.03);
    }

    [Fact]
    public void What_cannot_be_watched_is_refused_with_the_way_out()
    {
        var (net, _) = Small();
        var (_, others) = Small();
        Assert.Contains("net.parameters()", Assert.Throws<ArgumentException>(() => new NetWatch(net, others)).Message);
        Assert.Contains("no parameters", Assert.Throws<ArgumentException>(() => new NetWatch(nn.ReLU(), others)).Message);
        using var watch = new NetWatch(net, optim.SGD(net.parameters(), 0.1));
        Assert.Contains("no step", Assert.Throws<InvalidOperationException>(() => watch.Last).Message);
    }

    private static Tensor ones64 => ones(4, 1, dtype: float64);

    private static (Sequential Net, SGD Optimizer) Small()
    {
        manual_seed(7);
        var net = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2));
        return (net, optim.SGD(net.parameters(), 0.1));
    }

    private static Linear Filled(Linear layer, double[,] weight)
    {
        layer.weight = new Parameter(tensor(weight));
        return layer;
    }

    private static void Step(nn.Module<Tensor, Tensor> net, optim.Optimizer optimizer, Tensor x)
    {
        optimizer.zero_grad();
        net.call(x).pow(2).mean().backward();
        optimizer.step();
    }

    private static double Stuck(nn.Module<Tensor, Tensor> net, Tensor x)
    {
        var sgd = optim.SGD(net.parameters(), 0.1);
        using var watch = new NetWatch(net, sgd);
        Step(net, sgd, x);
        return watch.Last.Activations[0].Stuck!.Value;
    }
}
