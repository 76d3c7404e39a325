using Qiansi.Data.Digits;
using Qiansi.Data.Synthetic;

namespace Qiansi.Data.Tests;

/// <summary>What is generated is the same for the same seed, and what it is said to be.</summary>
public sealed class SyntheticTests
{
    [Fact]
    [Trait("Needs", "time")]
    public void Digits_come_alike_in_number_and_are_the_same_for_a_seed()
    {
        var digits = GeneratedDigits.Make(500, seed: 3);
        Assert.Equal(Enumerable.Repeat(50, 10), digits.Labels.GroupBy(l => l).OrderBy(g => g.Key).Select(g => g.Count()));
        Assert.Equal(digits.Pixels, GeneratedDigits.Make(500, seed: 3).Pixels);
        Assert.NotEqual(digits.Pixels, GeneratedDigits.Make(500, seed: 4).Pixels);
        Assert.Equal(500 * 28 * 28, digits.Pixels.Length);
        Assert.InRange(digits.Pixels.Average(p => p / 255.0), 0.09, 0.18); // MNIST: 0.13
    }

    [Fact]
    [Trait("Needs", "time")]
    public void A_digit_is_most_like_the_mean_of_its_kind()
    {
        var (train, test) = (GeneratedDigits.Make(3000, seed: 1), GeneratedDigits.Make(500, seed: 2));
        var means = new double[10, 28 * 28];
        for (var i = 0; i < train.Count; i++)
            for (var p = 0; p < 28 * 28; p++) means[train.Labels[i], p] += train[i][p] / 300.0;
        var right = 0;
        for (var i = 0; i < test.Count; i++)
        {
            var picture = test[i].ToArray();
            var nearest = Enumerable.Range(
                0, 10).MinBy(d => Enumerable.Range(0, 28 * 28).Sum(p => (picture[p] - means[d, p]) * (picture[p] - means[d, p])));
            if (nearest == test.Labels[i]) right++;
        }

        // MNIST's digits reach 82 % in this test: these are of the same difficulty, neither copies of one drawing nor noise.
        Assert.InRange(right / 500.0, 0.72, 0.97);
    }

    [Fact]
    public void Shapes_lie_in_their_boxes_and_do_not_touch()
    {
        foreach (var (picture, boxes) in Shapes.Make(40, size: 48, maximumShapes: 4, seed: 9))
        {
            Assert.InRange(boxes.Count, 1, 4);
            var bright = new bool[48, 48];
            for (var y = 0; y < 48; y++)
                for (var x = 0; x < 48; x++) bright[y, x] = picture[y, x] >= 130 && picture[y, x, 1] >= 130 && picture[y, x, 2] >= 130;
            foreach (var box in boxes)
            {
                Assert.True(box is { Left: >= 0, Top: >= 0, Right: <= 48, Bottom: <= 48 });
                Assert.True(bright[(box.Top + box.Bottom) / 2, (box.Left + box.Right) / 2]);
                // The box is the smallest one: the shape reaches each of its sides.
                Assert.Contains(true, Enumerable.Range(box.Top, box.Bottom - box.Top).Select(y => bright[y, box.Left]));
                Assert.Contains(true, Enumerable.Range(box.Top, box.Bottom - box.Top).Select(y => bright[y, box.Right - 1]));
                Assert.Contains(true, Enumerable.Range(box.Left, box.Right - box.Left).Select(x => bright[box.Bottom - 1, x]));
                Assert.Contains(true, Enumerable.Range(box.Left, box.Right - box.Left).Select(x => bright[box.Top, x]));
            }

            for (var y = 0; y < 48; y++)
                for (var x = 0; x < 48; x++)
                    if (bright[y, x] && !boxes.Any(b => x >= b.Left && x < b.Right && y >= b.Top && y < b.Bottom))
                        Assert.Fail($"a bright pixel at ({x}, {y}) outside the boxes");
        }
    }

    [Fact]
    public void Points_lie_where_their_class_does()
    {
        var board = Points.Checkerboard(1000, squares: 4, seed: 1);
        for (var i = 0; i < board.Count; i++)
            Assert.Equal(board.Labels[i], ((int)((board.X[i] + 1) * 2) + (int)((board.Y[i] + 1) * 2)) % 2);
        var rings = Points.Rings(500, noise: 0, seed: 1);
        for (var i = 0; i < rings.Count; i++)
            Assert.Equal(rings.Labels[i] == 0 ? 1 : 0.5, Math.Sqrt(rings.X[i] * rings.X[i] + rings.Y[i] * rings.Y[i]), 1e-5);
        var blobs = Points.Blobs(900, classes: 3, noise: 0.1, seed: 2);
        for (var label = 0; label < 3; label++) Assert.Equal(300, blobs.Labels.Count(l => l == label));
        var spirals = Points.Spirals(300, noise: 0, seed: 5);
        Assert.All(spirals.X.Zip(spirals.Y), p => Assert.InRange(p.First * p.First + p.Second * p.Second, 0, 1.0001f));
        Assert.Equal(Points.Moons(50, seed: 7).X, Points.Moons(50, seed: 7).X);
        Assert.NotEqual(Points.Moons(50, seed: 7).X, Points.Moons(50, seed: 8).X);
    }

    [Fact]
    public void Test_pictures_are_what_they_say()
    {
        var board = TestPictures.Checkerboard(16, 4);
        Assert.Equal((0, 255, 255, 0), (board[0, 0], board[0, 4], board[4, 0], board[5, 5]));
        var gradient = TestPictures.Gradient(32);
        Assert.Equal((0, 255), (gradient[7, 0], gradient[7, 31]));
        Assert.InRange(TestPictures.ZonePlate(64).Samples.Average(s => s), 110, 145);
        Assert.Equal(3, TestPictures.Landscape().Channels);
    }
}
