using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

internal static class LossCases
{
    public static readonly Dictionary<string, Func<LayerCase>> All = Reduced().Concat(
    [
        ("cross_entropy one", () => LayerCase.Function(x => functional.cross_entropy(x[0], tensor(2L)))),
        ("cosine_similarity", () => LayerCase.Function(x => functional.cosine_similarity(x[0], x[1]))),
        ("pairwise_distance", () => LayerCase.Function(x => functional.pairwise_distance(x[0], x[1]))),
    ]).ToDictionary(entry => entry.Item1, entry => entry.Item2);

    private static IEnumerable<(string, Func<LayerCase>)> Reduced()
    {
        foreach (var (name, r) in new[] { ("none", Reduction.None), ("mean", Reduction.Mean), ("sum", Reduction.Sum) })
        {
            yield return Of("mse", MSELoss(r));
            yield return Of("l1", L1Loss(r));
            yield return Of("smooth_l1", SmoothL1Loss(r, 0.8));
            yield return Of("huber", HuberLoss(0.8, r));
            yield return Run("kl_div", x => KLDivLoss(false, r).call(x[0].log_softmax(1), x[1]));
            yield return Run("kl_div log", x => KLDivLoss(true, r).call(x[0].log_softmax(1), x[1].log_softmax(1)));
            yield return Of("bce", BCELoss(reduction: r));
            yield return Run("bce weight", x => BCELoss(x[2].detach(), r).call(x[0], x[1]));
            yield return Of("bce_logits", BCEWithLogitsLoss(reduction: r));
            yield return Run("bce_logits weights", x => BCEWithLogitsLoss(x[2].detach(), r, x[2].detach() + 0.5).call(x[0], x[1]));
            yield return Run("nll", x => NLLLoss(reduction: r).call(x[0].log_softmax(1), x[1]));
            yield return Of("cross_entropy", CrossEntropyLoss(reduction: r));
            yield return Run("cross_entropy weight", x => CrossEntropyLoss(x[2].detach(), null, r).call(x[0], x[1]));
            yield return Of("cross_entropy ignore", CrossEntropyLoss(null, 1, r));
            yield return Run("cross_entropy weight ignore", x => CrossEntropyLoss(x[2].detach(), 1, r).call(x[0], x[1]));
            yield return Of("cross_entropy smooth", CrossEntropyLoss(null, null, r, 0.1));
            yield return Run("cross_entropy smooth weight ignore", x => CrossEntropyLoss(x[2].detach(), 1, r, 0.1).call(x[0], x[1]));
            yield return Of("cross_entropy images", CrossEntropyLoss(reduction: r));
            yield return Of("cross_entropy probabilities", CrossEntropyLoss(reduction: r));
            yield return Run("cross_entropy probabilities smooth weight",
                x => CrossEntropyLoss(x[2].detach(), null, r, 0.2).call(x[0], x[1]));

            (string, Func<LayerCase>) Of(string loss, Module<Tensor, Tensor, Tensor> module) => Run(loss, x => module.call(x[0], x[1]));

            (string, Func<LayerCase>) Run(string loss, Func<Tensor[], Tensor> run) => ($"{loss} {name}", () => LayerCase.Function(run));
        }
    }
}
