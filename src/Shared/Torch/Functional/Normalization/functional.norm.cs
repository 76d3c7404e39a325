using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Each channel (dimension 1) scaled to mean 0 and variance 1: those of the batch while training, else the running ones.
            /// </summary>
            /// <param name="input">(N, C) or (N, C, …).</param>
            /// <param name="running_mean">The running mean of each channel, written while training; null for none.</param>
            /// <param name="running_var">The running variance of each channel, likewise.</param>
            /// <param name="momentum">How much of the running numbers a batch replaces.</param>
            /// <exception cref="ArgumentException">There are no channels, or one value a channel while training.</exception>
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null,
                Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-05)
            {
                if (input.sizes.Length < 2)
                    throw new ArgumentException($"batch_norm: the input has shape {Shape.Text(input.sizes)}; (N, C, …) is needed");
                CheckChannels("batch_norm", input, running_mean, running_var, weight, bias);
                if (!training)
                {
                    if (running_mean is null || running_var is null)
                        throw new ArgumentException(
                            "batch_norm: without training a running mean and variance are needed; pass training: true to use the "
                                + "batch's own");
                    return BatchNormalization.Evaluate(input, running_mean, running_var, weight, bias, eps);
                }
                if (input.count / Math.Max(1, input.sizes[1]) <= 1)
                    throw new ArgumentException(
                        $"batch_norm: one value a channel has no variance (input shape {Shape.Text(input.sizes)}); give a larger batch, "
                            + "or call eval() first");
                var (y, mean, variance) = BatchNormalization.Train(input, weight, bias, eps);
                using (no_grad())
                {
                    running_mean?.mul_(1 - momentum).add_(mean.to_type(running_mean.type), momentum);
                    running_var?.mul_(1 - momentum).add_(variance.to_type(running_var.type), momentum);
                }
                return y;
            }

            /// <summary>Each channel of each sample scaled to mean 0 and variance 1 (Ulyanov et al. 2016).</summary>
            /// <param name="input">(N, C, …).</param>
            /// <param name="use_input_stats">False: by the running mean and variance.</param>
            public static Tensor instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null,
                Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1e-05)
            {
                if (!use_input_stats) return batch_norm(input, running_mean, running_var, weight, bias, false, momentum, eps);
                if (input.sizes.Length < 3)
                    throw new ArgumentException($"instance_norm: the input has shape {Shape.Text(input.sizes)}; (N, C, …) is needed");
                CheckChannels("instance_norm", input, running_mean, running_var, weight, bias);
                var (n, c) = (input.sizes[0], input.sizes[1]);
                if (running_mean is not null && running_var is not null)
                {
                    using var mode = no_grad();
                    var rows = input.detach().reshape(n, c, -1);
                    running_mean.mul_(1 - momentum).add_(rows.mean(-1).mean([0L]), momentum);
                    running_var.mul_(1 - momentum).add_(rows.var(-1, unbiased: true).mean([0L]), momentum);
                }
                return GroupNormalization.Run(input, c, weight, bias, eps);
            }

            /// <summary>Each group of channels of each sample scaled to mean 0 and variance 1.</summary>
            /// <param name="input">(N, C, …).</param>
            /// <param name="num_groups">How many groups the channels fall into.</param>
            /// <exception cref="ArgumentException">Channels cannot be divided into so many groups.</exception>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05)
            {
                if (input.sizes.Length < 2)
                    throw new ArgumentException($"group_norm: the input has shape {Shape.Text(input.sizes)}; (N, C, …) is needed");
                if (num_groups < 1 || input.sizes[1] % num_groups != 0)
                    throw new ArgumentException(
                        $"group_norm: {input.sizes[1]} channels cannot be divided into {num_groups} groups (input shape "
                            + $"{Shape.Text(input.sizes)})");
                CheckChannels("group_norm", input, null, null, weight, bias);
                return GroupNormalization.Run(input, num_groups, weight, bias, eps);
            }

            /// <summary>The last dimensions of each sample scaled to mean 0 and variance 1.</summary>
            /// <param name="normalized_shape">The sizes of these dimensions.</param>
            /// <exception cref="ArgumentException">The input does not end so.</exception>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null,
                double eps = 1e-05)
            {
                var dims = normalized_shape.Length;
                if (dims == 0 || input.sizes.Length < dims || !Shape.Same(input.sizes.AsSpan(input.sizes.Length - dims), normalized_shape))
                    throw new ArgumentException(
                        $"layer_norm: the input has shape {Shape.Text(input.sizes)}, layer expects [..., "
                            + $"{string.Join(", ", normalized_shape)}]");
                return LayerNormalization.Run(input, dims, weight, bias, eps);
            }

            /// <summary>
            /// Each element divided by (k + alpha · the mean of squares of the channels around it)^beta (Krizhevsky et al. 2012).
            /// </summary>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0)
            {
                var squares = input.square();
                var frame = new long[2 * (input.sizes.Length - 1)];
                (frame[^2], frame[^1]) = (size / 2, (size - 1) / 2);
                var means = pad(squares, frame).unfold(1, size, 1).mean(-1);
                return input / ((means * alpha) + k).pow(beta);
            }

            private static void CheckChannels(string operation, Tensor input, params ReadOnlySpan<Tensor?> tensors)
            {
                foreach (var tensor in tensors)
                {
                    if (tensor is not null && tensor.count != input.sizes[1])
                        throw new ArgumentException(
                            $"{operation}: input has {input.sizes[1]} channels, layer expects {tensor.count} (input shape "
                                + $"{Shape.Text(input.sizes)})");
                }
            }
        }
    }
}
