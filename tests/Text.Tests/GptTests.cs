using System.Globalization;
using static Qiansi.torch;

namespace Qiansi.Text.Tests;

/// <summary>A GPT in training beside its twin in PyTorch, and what it may not see.</summary>
[Collection(GptTests.RandomNumbers)]
public sealed class GptTests
{
    /// <summary>Tests that seed the library's random numbers, one after the other.</summary>
    public const string RandomNumbers = "random numbers";

    [Fact]
    public void Its_loss_follows_that_of_its_twin_in_PyTorch()
    {
        var expected = File.ReadLines(Path.Combine(Golden, "gpt.txt")).Select(l => double.Parse(l, CultureInfo.InvariantCulture)).ToList();
        manual_seed(7);
        var net = new Gpt();
        var adam = optim.AdamW(net.parameters(), 0.003, weight_decay: 0.01);
        List<long> numbers = [1, 2];
        foreach (var n in randint(0, 3 * Gpt.Vocabulary, [2000]).ToArray<long>())
            numbers.Add(n < Gpt.Vocabulary ? n : (numbers[^1] + numbers[^2]) % Gpt.Vocabulary);
        var text = tensor(numbers.ToArray());
        Assert.Equal(50, expected.Count);
        foreach (var (step, value) in expected.Index())
        {
            var places = randint(0, text.numel() - Gpt.Context, [8, 1]) + arange(Gpt.Context);
            var loss = nn.functional.cross_entropy(net.call(text[places]).flatten(0, 1), text[places + 1].flatten());
            adam.zero_grad();
            loss.backward();
            adam.step();
            Assert.True(Math.Abs(loss.ToDouble() - value) < 1e-5, $"step {step}: {loss.ToDouble()} here, {value} in PyTorch");
        }
    }

    [Fact]
    public void No_logit_depends_on_a_later_token()
    {
        manual_seed(1);
        var net = new Gpt();
        using var quiet = no_grad();
        var x = randint(0, Gpt.Vocabulary, [1, Gpt.Context]);
        var before = net.call(x);
        for (var changed = 0; changed < Gpt.Context; changed++)
        {
            var y = x.clone();
            y[0, changed] = (y[0, changed] + 1) % Gpt.Vocabulary;
            var moved = (net.call(y) - before).abs().amax(2)[0].ToArray<float>();
            Assert.All(moved[..changed], m => Assert.Equal(0, m));
            Assert.All(moved[changed..], m => Assert.NotEqual(0, m));
        }
    }

    private static string Golden => Path.Combine(Repository.Folder, "tests", "Text.Tests", "Golden");
}
