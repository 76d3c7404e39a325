using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Optimizers;

/// <summary>Rprop and the cyclic schedule beside PyTorch 1.13.1's numbers.</summary>
public sealed class RpropTests
{
    [Fact]
    public void Eight_steps_are_PyTorchs()
    {
        var q = torch.nn.Parameter(tensor(new[] { 1.0, -2, 0.5 }));
        var optimizer = optim.Rprop([q], lr: 0.1);
        for (var i = 0; i < 8; i++)
        {
            optimizer.zero_grad();
            ((q - tensor(new[] { 0.3f, 0.1f, 0.5f })).square() * tensor(new[] { 1.0, 3, 2 })).sum().backward();
            optimizer.step();
        }

        Assert.Equal([0.35952, -0.35009152, 0.5], q.ToArray<double>().Select(v => Math.Round(v, 12)));
        Assert.Contains("etaplus", Assert.Throws<ArgumentException>(() => optim.Rprop([q], etaplus: 0.9)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Modules.CyclicLR.Mode.Triangular, new[] { 0.01, 0.04, 0.07, 0.1, 0.055, 0.01, 0.04, 0.07, 0.1, 0.055 }, 0.85)]
    [InlineData(Modules.CyclicLR.Mode.Triangular2, new[] { 0.01, 0.04, 0.07, 0.1, 0.055, 0.01, 0.025, 0.04, 0.055, 0.0325 }, 0.875)]
    [InlineData(Modules.CyclicLR.Mode.ExpRange,
        new[] { 0.01, 0.037, 0.0586, 0.07561, 0.0395245, 0.01, 0.02594323, 0.038697814, 0.0487420489, 0.02743392200500002 }, 0.88062897555)]
    public void Rates_go_up_and_down(Modules.CyclicLR.Mode mode, double[] expected, double momentum)
    {
        var optimizer = optim.SGD([torch.nn.Parameter(ones(1))], 0.1, momentum: 0.9);
        var schedule = optim.lr_scheduler.CyclicLR(optimizer, 0.01, 0.1, step_size_up: 3, step_size_down: 2, mode: mode, gamma: 0.9);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], schedule.get_last_lr().Single(), 12);
            if (i == expected.Length - 1) Assert.Equal(momentum, optimizer.Momentum, 10);
            optimizer.step();
            schedule.step();
        }
    }

    [Fact]
    public void An_optimizer_without_momentum_cycles_its_rate_alone()
    {
        var optimizer = optim.Rprop([torch.nn.Parameter(ones(1))]);
        Assert.Contains("cycle_momentum: false",
            Assert.Throws<ArgumentException>(() => optim.lr_scheduler.CyclicLR(optimizer, 0.1, 1)).Message, StringComparison.Ordinal);
        var schedule = optim.lr_scheduler.CyclicLR(optimizer, 0.1, 1, 2, cycle_momentum: false, scale_fn: _ => 0.5);
        schedule.step();
        schedule.step();
        Assert.Equal(0.55, schedule.get_last_lr().Single(), 12);
    }
}
