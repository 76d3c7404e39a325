using Qiansi.Contracts;

namespace Qiansi.Metrics;

/// <summary>The one registration of this extension.</summary>
/// <remarks>A session gets only the directive: formatters, and the package they need, wait until the first value of ours is made.</remarks>
public sealed class MetricsExtension : IKernelExtension
{
    /// <inheritdoc />
    public Task RegisterAsync(ISession session)
    {
        session.Add(new MetricsDirective());
        return Task.CompletedTask;
    }

    /// <summary>Registers the formatters; for hosts that have only the formatting package.</summary>
    public static void Register() => MetricsFormatters.Register();
}
