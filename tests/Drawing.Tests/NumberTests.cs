namespace Qiansi.Drawing.Tests;

/// <summary>Numbers read as people write them.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1.0 / 3, "0.3333")]
    [InlineData(-0.00012346, "-0.0001235")]
    [InlineData(1234.5678, "1235")]
    [InlineData(12345.6, "12,346")]
    [InlineData(1.5e-9, "1.5e-09")]
    [InlineData(2.5e10, "2.5e+10")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    public void Short_numbers(double value, string text) => Assert.Equal(text, NumberText.Short(value));

    [Theory]
    [InlineData(512, "512 B")]
    [InlineData(1536, "1.5 KiB")]
    [InlineData(3.2e9, "2.98 GiB")]
    public void Amounts_of_memory(double bytes, string text) => Assert.Equal(text, NumberText.Bytes(bytes));

    [Theory]
    [InlineData(0, 1, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(-3, 17, "0 5 10 15")]
    [InlineData(0.00012, 0.00031, "0.00015 0.0002 0.00025 0.0003")]
    [InlineData(1e6, 3e6, "1,000,000 1,500,000 2,000,000 2,500,000 3,000,000")]
    public void Ticks_are_round(double min, double max, string labels)
    {
        var ticks = Ticks.Linear(min, max, 5);
        Assert.All(ticks, t => Assert.InRange(t, min - 1e-9, max + 1e-9));
        Assert.Equal(labels, string.Join(' ', Ticks.Labels(ticks)));
    }

    [Fact]
    public void Logarithmic_ticks_are_powers_of_ten_or_between_them()
    {
        Assert.Equal([0.001, 0.01, 0.1, 1], Ticks.Logarithmic(0.0007, 2), (a, b) => Math.Abs(a / b - 1) < 1e-9);
        Assert.Equal([2, 5], Ticks.Logarithmic(1.5, 7), (a, b) => Math.Abs(a / b - 1) < 1e-9);
    }
}
