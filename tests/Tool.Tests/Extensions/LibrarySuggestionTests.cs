using Qiansi.Contracts;
using Qiansi.Engine;
using Qiansi.Tool.Libraries;

namespace Qiansi.Tool.Tests.Extensions;

/// <summary>Names of the product's libraries that are written in PyTorch's way, or without their using, say what was meant.</summary>
public sealed class LibrarySuggestionTests
{
    [Theory]
    [InlineData("torch.zeros(2)", "write using Qiansi;")]
    [InlineData("zeros(2, 3)", "Did you mean torch.zeros? (Or write using static Qiansi.torch;)")]
    [InlineData("nn.Linear(2, 3)", "Did you mean torch.nn? (Or write using static Qiansi.torch;)")]
    [InlineData("optim.Adam(null)", "Did you mean torch.optim? (Or write using static Qiansi.torch;)")]
    [InlineData("using static Qiansi.torch;\nnn.linear(2, 3)", "Did you mean Linear")]
    [InlineData("using static Qiansi.torch;\nvar net = nn.Linear(2, 3); optim.adam(net.parameters())", "Did you mean Adam")]
    [InlineData("using static Qiansi.torch;\nnn.functional.Relu(zeros(2))", "Did you mean relu")]
    [InlineData("using static Qiansi.torch;\nzeros(2).Sum()", "Did you mean sum")]
    [InlineData("using Qiansi;\ntorch.nn.linear(2, 3)", "Did you mean Linear")]
    [InlineData("using Qiansi;\ntorch.zeroes(2)", "Did you mean zeros")]
    [InlineData("Chart.Scater(new[] { 1, 2 }, new[] { 3, 4 })", "Did you mean Scatter")]
    [InlineData("chart.Line(new[] { 1, 2 })", "Did you mean Chart")]
    public async Task It_says_what_helps(string code, string help)
    {
        using var session = KernelExtensions.AddTo(new Session(openLibraries: KernelExtensions.OpenLibraries));
        Assert.Contains(help, (await session.FailAsync(code)).Message, StringComparison.Ordinal);
    }
}
