using Qiansi.Tool.Commands;

namespace Qiansi.Tool.Tests.Commands;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 0, 0 }, 0)]
    [InlineData(new[] { 0, 1 }, 1)]
    [InlineData(new[] { 1, 2, 0 }, 2)]
    [InlineData(new[] { 2, 4, 1 }, 4)]
    [InlineData(new[] { 4, 3, 2 }, 3)]
    [InlineData(new[] { 3, 130, 4 }, 130)]
    public void TheGravestCounts(int[] codes, int expected) => Assert.Equal(expected, ExitCode.Gravest(codes));
}
