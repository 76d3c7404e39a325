using System.Diagnostics;

namespace Qiansi.Torch.Autograd;

/// <summary>Whether operations remember where they were called and gradients are searched for NaN.</summary>
internal static class Anomaly
{
    public static bool Enabled;

    public static string Trace() => new StackTrace(3, fNeedFileInfo: true).ToString();

    public static void Check(Node node, torch.Tensor?[] gradients)
    {
        for (var i = 0; i < gradients.Length; i++)
        {
            if (gradients[i] is { } gradient && gradient.isnan().any().item<bool>())
                throw new InvalidOperationException(
                    $"Function '{node.Name}' returned nan values in its {i}th output (detect_anomaly is on).{Where(node)}");
        }
    }

    public static string Where(Node node) => node.forwardTrace is { } trace ? $" The forward operation was called at:\n{trace}" : "";
}
