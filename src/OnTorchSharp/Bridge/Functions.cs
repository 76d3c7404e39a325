namespace Qiansi.TorchBridge;

/// <summary>Functions that cells and libraries of the course use and TorchSharp has not.</summary>
public static class Functions
{
    extension(nn.functional)
    {
        /// <summary>Rows of a table.</summary>
        /// <param name="input">Row numbers, int64, of any shape.</param>
        /// <param name="weight">The table, (rows, width).</param>
        /// <returns>(…, width).</returns>
        public static Tensor embedding(Tensor input, Tensor weight) =>
            weight.index_select(0, input.reshape(-1)).reshape([.. input.shape, weight.size(1)]);
    }

    extension(torch)
    {
        /// <summary>Nothing asks it: a loop of a cell is interrupted in the cell.</summary>
        public static Action? CheckInterrupt => null;
    }
}
