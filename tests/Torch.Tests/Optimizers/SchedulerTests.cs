using System.Text.Json;
using Qiansi.Modules;
using static Qiansi.torch;
using static Qiansi.torch.optim;

namespace Qiansi.Torch.Tests.Optimizers;

/// <summary>Thirty epochs of each schedule, beside PyTorch's (Golden/optimizers.py).</summary>
public sealed class SchedulerTests
{
    private static readonly Dictionary<string, Func<Optimizer, lr_scheduler.LRScheduler>> Schedules = new()
    {
        ["StepLR"] = o => lr_scheduler.StepLR(o, 7, 0.5),
        ["MultiStepLR"] = o => lr_scheduler.MultiStepLR(o, [3, 9, 9, 20], 0.5),
        ["ExponentialLR"] = o => lr_scheduler.ExponentialLR(o, 0.9),
        ["LambdaLR"] = o => lr_scheduler.LambdaLR(o, e => 1.0 / (1 + e)),
        ["MultiplicativeLR"] = o => lr_scheduler.MultiplicativeLR(o, e => 1 - (0.01 * e)),
        ["ConstantLR"] = o => lr_scheduler.ConstantLR(o, 0.25, 5),
        ["LinearLR"] = o => lr_scheduler.LinearLR(o, 0.1, 0.9, 8),
        ["PolynomialLR"] = o => lr_scheduler.PolynomialLR(o, 12, 2),
        ["CosineAnnealingLR"] = o => lr_scheduler.CosineAnnealingLR(o, 10, 0.01),
        ["CosineAnnealingWarmRestarts"] = o => lr_scheduler.CosineAnnealingWarmRestarts(o, 4, 2, 0.01),
        ["OneCycleLR"] = o => lr_scheduler.OneCycleLR(o, 0.4, total_steps: 31),
        ["OneCycleLR linear three"] = o => lr_scheduler.OneCycleLR(
            o, 0.4, epochs: 31, steps_per_epoch: 1, anneal_strategy: OneCycleLR.AnnealStrategy.Linear, three_phase: true, pct_start: 0.4),
        ["ChainedScheduler"] = o =>
            lr_scheduler.ChainedLR([lr_scheduler.ExponentialLR(o, 0.9), lr_scheduler.ConstantLR(o, 0.5, 4),
                lr_scheduler.CosineAnnealingLR(o, 20)]),
        ["SequentialLR"] = o => lr_scheduler.SequentialLR(
            o, [lr_scheduler.LinearLR(o, 0.1, 1, 5), lr_scheduler.CosineAnnealingLR(o, 20), lr_scheduler.ExponentialLR(o, 0.8)], [5, 22]),
    };

    private static readonly JsonElement Golden = JsonDocument.Parse(File.ReadAllText(GoldenFile.Path("optimizers.json"))).RootElement;

    public static TheoryData<string> Names() => [.. Schedules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_equal_PyTorchs(string name)
    {
        var expected = Golden.GetProperty("schedules").GetProperty(name);
        using var optimizer = SGD([new Parameter(zeros(1))], 0.1, momentum: 0.9);
        var schedule = Schedules[name](optimizer);
        for (var epoch = 0; epoch <= 30; epoch++)
        {
            if (epoch > 0) schedule.step();
            var rate = optimizer.ParamGroups.Single().LearningRate;
            Assert.True(Math.Abs(rate - expected.GetProperty("rates")[epoch].GetDouble()) < 1e-12,
                $"epoch {epoch}: {rate:R}, PyTorch has {expected.GetProperty("rates")[epoch]}");
            Assert.Equal(expected.GetProperty("momenta")[epoch].GetDouble(), optimizer.Momentum, 12);
        }
    }

    [Fact]
    public void A_plateau_lowers_the_rate()
    {
        var expected = Golden.GetProperty("plateau");
        using var optimizer = SGD([new Parameter(zeros(1))], 0.1);
        var schedule = lr_scheduler.ReduceLROnPlateau(optimizer, factor: 0.5, patience: 2, cooldown: 1, min_lr: [0.01]);
        var rates = expected.GetProperty("watched").EnumerateArray().Select(value =>
        {
            schedule.step(value.GetDouble());
            return schedule.get_last_lr().Single();
        });
        Assert.Equal(expected.GetProperty("rates").EnumerateArray().Select(r => r.GetDouble()), rates);
        Assert.Contains("step(validationLoss)", Assert.Throws<InvalidOperationException>(() => schedule.step()).Message);
    }

    [Fact]
    public void A_cycle_that_is_over_says_so()
    {
        using var optimizer = SGD([new Parameter(zeros(1))], 0.1, momentum: 0.9);
        var schedule = lr_scheduler.OneCycleLR(optimizer, 0.4, total_steps: 3);
        for (var i = 0; i < 3; i++) schedule.step();
        Assert.Contains("past the end of the cycle of 3 steps", Assert.Throws<InvalidOperationException>(() => schedule.step()).Message);
        using var plain = Adagrad([new Parameter(zeros(1))]);
        Assert.Contains("cycle_momentum: false",
            Assert.Throws<ArgumentException>(() => lr_scheduler.OneCycleLR(plain, 0.4, total_steps: 3)).Message);
    }
}
