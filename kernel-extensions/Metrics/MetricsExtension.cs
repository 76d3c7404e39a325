using Qiansi.Contracts;

namespace Qiansi.Metrics;

/// <summary>The one registration of this extension.</summary>
public sealed class MetricsExtension : IKernelExtension
{
    /// <inheritdoc />
    public Task RegisterAsync(ISession session)
    {
        Register();
        return Task.CompletedTask;
    }

    /// <summary>Registers the formatters; for hosts that have only the formatting package.</summary>
    public static void Register()
    {
    }
}
