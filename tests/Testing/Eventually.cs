using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace Qiansi.Testing;

/// <summary>Waits for what gives no signal: the end of another process, a file that comes.</summary>
public static class Eventually
{
    /// <summary>Looks every few milliseconds until the condition holds; fails the test when it does not in time.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="what">What the failure calls it.</param>
    public static Task HoldsAsync(
        Func<bool> condition, double seconds = 30, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        HoldsAsync(() => Task.FromResult(condition()), seconds, what);

    /// <inheritdoc cref="HoldsAsync(Func{bool}, double, string)" />
    public static async Task HoldsAsync(
        Func<Task<bool>> condition, double seconds = 30, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed.TotalSeconds > seconds) Assert.Fail($"After {seconds} s this did not hold: {what}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
