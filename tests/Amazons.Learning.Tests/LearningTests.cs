using static Qiansi.torch;

namespace Qiansi.Amazons.Learning.Tests;

public sealed class LearningTests
{
    private static readonly LearningOptions Short = new(Rounds: 2, Games: 6, Visits: 12, Steps: 15, Batch: 16);

    private static PolicyValueNet Net(int size = 5)
    {
        manual_seed(1);
        return new(size, channels: 8, depth: 1);
    }

    [Fact]
    public void A_net_learns_from_games_with_itself_and_the_same_again()
    {
        var (one, two) = (PolicyIteration.Run(Net(), Short), PolicyIteration.Run(Net(), Short));
        Assert.Equal(one, two);
        Assert.Equal(2, one.Count);
        Assert.All(one, r => Assert.InRange(r.Positions, 6, 6 * 17));
        Assert.True(one[1].PolicyLoss < one[0].PolicyLoss, $"policy {one[0].PolicyLoss}, then {one[1].PolicyLoss}");
    }

    [Fact]
    public void A_net_learns_a_few_positions_by_heart()
    {
        var net = Net();
        var batch = new SelfPlay(net, Short, new Random(2)).Play(default).Take(12).ToList();
        var optimizer = optim.Adam(net.parameters(), 0.01);
        var first = PolicyIteration.Step(net, optimizer, batch);
        for (var i = 0; i < 150; i++) PolicyIteration.Step(net, optimizer, batch);
        var last = PolicyIteration.Step(net, optimizer, batch);
        Assert.InRange(first.Policy, 7, 11); // three squares of 25: 3·ln 25 = 9.66
        Assert.True(last.Value < 0.1 && last.Policy < first.Policy - 1, $"policy {last.Policy}, value {last.Value}");
    }

    [Fact]
    public void Policies_add_up_to_one_and_are_of_legal_squares()
    {
        foreach (var (planes, policy, won) in new SelfPlay(Net(), Short, new Random(3)).Play(default))
        {
            for (var part = 0; part < 3; part++) Assert.Equal(1, policy.Skip(25 * part).Take(25).Sum(), 4);
            for (var i = 0; i < 25; i++)
            {
                if (policy[i] > 0) Assert.Equal(1, planes[i]); // an amazon of its own leaves
                if (policy[25 + i] > 0) Assert.Equal(0, planes[i] + planes[25 + i] + planes[50 + i]); // for a free square
            }

            Assert.True(won is 0 or 1);
        }
    }

    /// <summary>Dirichlet's distribution with α = 10/n in n places: the mean is 1/n, the variance (1/n)(1 − 1/n)/(10 + 1).</summary>
    [Fact]
    public void Noise_at_the_root_is_Dirichlets()
    {
        const int Moves = 40, Draws = 4000;
        var (noise, random) = (new RootNoise(0.25, new Random(5)), new Random(6));
        var (sum, squares) = (0.0, 0.0);
        for (var draw = 0; draw < Draws; draw++)
        {
            var prior = new float[Moves];
            prior[0] = 1;
            noise.Mix(prior);
            Assert.Equal(1, prior.Sum(), 4);
            Assert.InRange(prior[0], 0.75f, 1f);
            var part = prior[1 + random.Next(Moves - 1)] / 0.25;
            (sum, squares) = (sum + part, squares + part * part);
        }

        var mean = sum / Draws;
        Assert.Equal(1.0 / Moves, mean, 0.004);
        Assert.Equal(1.0 / Moves * (1 - 1.0 / Moves) / 11, squares / Draws - mean * mean, 0.0006);
    }

    [Fact]
    public void Without_noise_self_play_shows_fewer_moves()
    {
        double Breadth(double noise) => new SelfPlay(Sure(), Short with { Noise = noise, ByChance = 0 }, new Random(3)).Play(default)
            .Average(e => e.Policy.Skip(25).Take(25).Count(p => p > 0));
        Assert.True(Breadth(0.5) > Breadth(0) + 0.5, $"{Breadth(0.5)} squares with noise, {Breadth(0)} without");

        // A policy that prefers few moves strongly.
        static PolicyValueNet Sure()
        {
            var net = Net();
            using (no_grad())
                foreach (var (name, weight) in net.named_parameters())
                    if (name.StartsWith("policy", StringComparison.Ordinal)) weight.mul_(40);
            return net;
        }
    }

    [Fact]
    public void A_turned_position_has_what_it_had_elsewhere()
    {
        var experience = new SelfPlay(Net(), Short, new Random(4)).Play(default)[0];
        var all = Enumerable.Range(0, 8).Select(way => experience.Turned(way, 5)).ToList();
        Assert.Equal(experience.Planes, all[0].Planes);
        Assert.Equal(experience.Policy, all[1].Turned(1, 5).Policy);
        Assert.Equal(8, all.Select(e => string.Join(' ', e.Policy)).Distinct().Count());
        Assert.All(all, e => Assert.Equal(experience.Planes.Order(), e.Planes.Order()));
    }

    [Fact]
    public void It_plays_legal_games_and_wins_what_is_won_in_one_move()
    {
        var engine = new PolicySearch(Net());
        var game = Match.PlayGame(Board.Start(5), engine, engine, new(Nodes: 20))!;
        Assert.Equal(game.ToJson(), Game.FromJson(game.ToJson()).ToJson());
        var won = Board.Parse("5/5/5/xxx1w/xxxxb w");
        won.Play(new PolicySearch(Net(), width: 1000).Search(won, new(Nodes: 1500)).Best!.Value);
        Assert.True(won.IsOver, won.ToString());
        Assert.Null(engine.Search(Board.Parse("5/5/5/5/xxxxx w"), new(Nodes: 5)).Best);
        Assert.Contains("5×5", Assert.Throws<ArgumentException>(() => engine.Search(Board.Start(6), new(Nodes: 1))).Message);
    }

    [Fact]
    public void Learning_that_is_stopped_tells_what_it_has_done()
    {
        using var source = new CancellationTokenSource();
        var reports = PolicyIteration.Run(Net(), Short with { Rounds = 100 }, new Told(_ => source.Cancel()), source.Token);
        Assert.Single(reports);
    }

    private sealed class Told(Action<LearningReport> tell) : IProgress<LearningReport>
    {
        public void Report(LearningReport value) => tell(value);
    }
}
