using static Qiansi.torch;

namespace Qiansi.Amazons.Learning;

/// <summary>What a round of learning came to.</summary>
/// <param name="Round">From 1.</param>
/// <param name="Positions">Positions the games of the round went through.</param>
/// <param name="PolicyLoss">Mean cross-entropy of the three squares to what the search chose, in nats, over the round's steps.</param>
/// <param name="ValueLoss">Mean cross-entropy of the chance to who won; ln 2 = 0.693 is guessing.</param>
public sealed record LearningReport(int Round, int Positions, double PolicyLoss, double ValueLoss);

/// <summary>
/// Policy iteration as AlphaZero's: games with itself, a search better than the net, a net trained to foretell the search and the winner.
/// </summary>
public static class PolicyIteration
{
    private const int Symmetries = 8;

    /// <summary>Plays and trains; the net changes in place.</summary>
    /// <param name="net">The net.</param>
    /// <param name="options">How long, how wide.</param>
    /// <param name="progress">Told of each round.</param>
    /// <param name="cancellation">Ends it; the net stays as the last step left it.</param>
    /// <returns>A report for each finished round.</returns>
    public static IReadOnlyList<LearningReport> Run(
        PolicyValueNet net, LearningOptions options, IProgress<LearningReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Visits, 2);
        var random = new Random(options.Seed);
        var optimizer = optim.Adam(net.parameters(), options.Rate);
        var (rounds, reports) = (new Queue<List<Experience>>(), new List<LearningReport>());
        try
        {
            for (var round = 1; round <= options.Rounds; round++)
            {
                rounds.Enqueue(new SelfPlay(net, options, random).Play(cancellation));
                if (rounds.Count > options.Window) rounds.Dequeue();
                var positions = rounds.SelectMany(r => r).ToList();
                var (policy, value) = (0.0, 0.0);
                for (var step = 0; step < options.Steps; step++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    var batch = Enumerable.Range(0, options.Batch)
                        .Select(_ => positions[random.Next(positions.Count)].Turned(random.Next(Symmetries), net.Size)).ToList();
                    var losses = Step(net, optimizer, batch);
                    (policy, value) = (policy + losses.Policy / options.Steps, value + losses.Value / options.Steps);
                }

                reports.Add(new(round, rounds.Last().Count, policy, value));
                progress?.Report(reports[^1]);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return reports;
        }

        return reports;
    }

    /// <summary>One step of the optimizer.</summary>
    internal static (double Policy, double Value) Step(PolicyValueNet net, optim.Optimizer optimizer, IReadOnlyList<Experience> batch)
    {
        using var scope = NewDisposeScope();
        var (size, count) = (net.Size, batch.Count);
        var planes = tensor(batch.SelectMany(e => e.Planes).ToArray(), [count, PolicyValueNet.Planes, size, size]);
        var wanted = tensor(batch.SelectMany(e => e.Policy).ToArray(), [count, 3, size * size]);
        var won = tensor(batch.Select(e => e.Won).ToArray());
        var (logits, chances) = net.call(planes);
        var policy = -(wanted * logits.log_softmax(2)).sum() / count;
        var value = nn.functional.binary_cross_entropy_with_logits(chances, won);
        optimizer.zero_grad();
        (policy + value).backward();
        optimizer.step();
        return (policy.ToSingle(), value.ToSingle());
    }
}
