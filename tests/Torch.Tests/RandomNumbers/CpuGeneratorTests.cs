using System.Security.Cryptography;
using System.Text.Json;
using Qiansi.Torch.RandomNumbers;

namespace Qiansi.Torch.Tests.RandomNumbers;

/// <summary>The generator's state and its copies.</summary>
public sealed class CpuGeneratorTests
{
    [Fact]
    public void State_is_byte_for_byte_PyTorchs()
    {
        var states = JsonDocument.Parse(File.ReadAllBytes(GoldenFile.Path("random-numbers.json"))).RootElement.GetProperty("states")
            .EnumerateArray().Select(s => s.GetString()!).ToList();
        for (var steps = 0; steps < states.Count; steps++)
        {
            var generator = new CpuGenerator(1234);
            Action[] draws =
            [
                () => NormalFill.Fill(generator, new float[3]), () => UniformFill.Fill(generator, new float[619]),
                () => UniformFill.Fill(generator, new float[1]),
                () => UniformFill.Fill(generator, new float[1]), () => NormalFill.Fill(generator, new double[3]),
                () => UniformFill.Fill(generator, new float[700]), () => NormalFill.Fill(generator, new float[20]),
            ];
            foreach (var draw in draws.Take(steps)) draw();
            Assert.Equal(states[steps], Convert.ToHexStringLower(SHA256.HashData(generator.GetState())));
        }
    }

    [Fact]
    public void PyTorchs_state_is_gone_on_from()
    {
        var generator = new CpuGenerator();
        generator.SetState(File.ReadAllBytes(GoldenFile.Path("generator.state")));
        var same = new CpuGenerator(1234);
        NormalFill.Fill(same, new float[3]);
        Assert.Equal(1234UL, generator.Seed);
        Assert.Equal(Draw(same), Draw(generator));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(623)]
    [InlineData(624)]
    [InlineData(625)]
    [InlineData(2000)]
    public void A_saved_state_is_gone_on_from_wherever_it_was_saved(int drawn)
    {
        var generator = new CpuGenerator(77);
        for (var i = 0; i < drawn; i++) generator.Next();
        var restored = new CpuGenerator();
        restored.SetState(generator.GetState());
        Assert.Equal(Draw(generator), Draw(restored));
        Assert.Equal(generator.GetState(), restored.GetState());
    }

    [Fact]
    public void A_copy_goes_on_apart()
    {
        var generator = new CpuGenerator(3);
        NormalFill.Fill(generator, new double[1]);
        var copy = generator.Clone();
        var first = Draw(generator);
        Assert.Equal(first, Draw(copy));
        Assert.NotEqual(first, Draw(copy));
    }

    [Fact]
    public void Many_numbers_at_once_are_the_numbers_one_by_one()
    {
        var sizes = new Random(1);
        CpuGenerator bulk = new(9), single = new(9);
        for (var round = 0; round < 200; round++)
        {
            var numbers = new uint[sizes.Next(1500)];
            bulk.Fill(numbers);
            foreach (var number in numbers) Assert.Equal(single.Next(), number);
            if (round % 3 == 0) Assert.Equal(single.Next(), bulk.Next());
        }
    }

    [Fact]
    public void What_is_no_state_is_refused()
    {
        var generator = new CpuGenerator(1);
        var state = generator.GetState();
        Assert.Contains("5056 bytes, this one 100",
            Assert.Throws<ArgumentException>(() => generator.SetState(state.AsSpan(0, 100))).Message);
        var unseeded = (byte[])state.Clone();
        unseeded[12] = 0;
        Assert.Contains("never seeded", Assert.Throws<ArgumentException>(() => generator.SetState(unseeded)).Message);
        foreach (var (at, value) in new[] { (8, 0), (9, 9), (8, 200), (17, 9), (23, 255) })
        {
            var broken = (byte[])state.Clone();
            broken[at] = (byte)value;
            Assert.Throws<ArgumentException>(() => generator.SetState(broken));
        }

        Assert.Equal(state, generator.GetState());
    }

    private static double[] Draw(CpuGenerator generator)
    {
        var numbers = new double[700];
        NormalFill.Fill(generator, numbers.AsSpan(0, 3));
        UniformFill.Fill(generator, numbers.AsSpan(3));
        return numbers;
    }
}
