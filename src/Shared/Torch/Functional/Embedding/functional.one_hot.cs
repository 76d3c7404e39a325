namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Classes (…) as rows with a 1 at the class and zeros elsewhere: (…, classes), int64.</summary>
            /// <param name="x">Classes 0, 1, …, int64.</param>
            /// <param name="num_classes">How many there are; −1: as many as the largest needs.</param>
            /// <exception cref="ArgumentException">A class is negative or too large.</exception>
            public static Tensor one_hot(Tensor x, long num_classes = -1)
            {
                if (x.type != ScalarType.Int64)
                    throw new ArgumentException($"one_hot: classes are int64, these are {x.type.TorchName()}; convert: .to(torch.int64)");
                if (x.count == 0 && num_classes < 1)
                    throw new ArgumentException("one_hot: of no classes at all their number must be given: num_classes");
                var (least, most) = x.count == 0 ? (0, 0) : (x.min().ToInt64(), x.max().ToInt64());
                var classes = num_classes < 0 ? most + 1 : num_classes;
                if (least < 0 || (x.count > 0 && most >= classes))
                    throw new ArgumentException(
                        $"one_hot: classes go from {least} to {most} (shape {Shape.Text(x.sizes)}); they must be 0 to {classes - 1}");
                return zeros([.. x.sizes, classes], ScalarType.Int64).scatter(-1, x.unsqueeze(-1), 1);
            }
        }
    }
}
