using System.Runtime.CompilerServices;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        internal Node? gradFn;
        internal int outputNr;
        internal Tensor? gradient;
        private bool tracked;
        private Node? accumulator;
        private bool retainsGrad;
        private readonly bool inference = GradMode.Inference;

        /// <summary>Whether operations on this tensor are recorded.</summary>
        internal bool Tracked
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => tracked || (viewBase is not null && viewBase.tracked);
        }

        /// <summary>
        /// Whether gradients are wanted: of this leaf, or of one the tensor was calculated from. Only a leaf's can be set.
        /// </summary>
        /// <exception cref="InvalidOperationException">Set on integers, or switched off on a calculated tensor (use detach).</exception>
        public bool requires_grad
        {
            get => Tracked;
            set
            {
                if (value == Tracked) return;
                if (value && !type.IsFloating())
                    throw new InvalidOperationException(
                        $"requires_grad: only tensors of real numbers can require gradients, this one is {type.TorchName()}; convert it "
                            + "first: .to(torch.float32)");
                if (value && inference)
                    throw new InvalidOperationException(
                        "requires_grad: this tensor was made in inference_mode and can never be part of a graph; clone() it outside");
                if (!value && GradFn != null)
                    throw new InvalidOperationException(
                        $"requires_grad: only that of a leaf can be changed, this tensor was made by {GradFn.Name}; use detach()");
                tracked = value;
            }
        }

        /// <summary>Sets <see cref="requires_grad"/>: whether operations on this tensor are recorded and
        /// <c>backward</c> leaves a gradient here.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Sets <see cref="requires_grad"/>: whether operations on this tensor are recorded and
        /// <c>backward</c> leaves a gradient here.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Whether the tensor was not calculated from others that require gradients.</summary>
        public bool is_leaf => GradFn == null;

        /// <summary>The operation that made the tensor, where the graph of gradients can be walked from; null for a leaf.</summary>
        public Node? grad_fn => GradFn;

        /// <summary>
        /// The gradient that <see cref="backward()"/> has summed up so far; null before, and for tensors that are no leaves (see
        /// <see cref="retain_grad"/>).
        /// </summary>
        /// <exception cref="ArgumentException">Set to a tensor of another shape or type.</exception>
        public Tensor? grad
        {
            get => gradient;
            set
            {
                if (value is not null && (!Qiansi.Torch.Shapes.Shape.Same(value.sizes, sizes) || value.type != type))
                {
                    throw new ArgumentException(
                        $"grad: a gradient has its tensor's shape and type, {Qiansi.Torch.Shapes.Shape.Text(sizes)} {type.TorchName()}, "
                            + $"not {Qiansi.Torch.Shapes.Shape.Text(value.sizes)} {value.type.TorchName()}");
                }
                gradient = value;
            }
        }

        internal Node? GradFn
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                if (viewBase is not null && viewVersion != storage.Version) RenewView();
                return gradFn;
            }
        }

        internal Node Accumulator() => accumulator ??= new AccumulateGrad(this);

        internal void SetHistory(Node? function, int output)
        {
            gradFn = function;
            outputNr = output;
            tracked = function != null;
            accumulator = null;
        }

        /// <summary>A living tensor on the memory of this disposed one, at the same place of the graph.</summary>
        internal Tensor Revive()
        {
            var alias = Alias(sizes, strides, offset);
            alias.gradFn = gradFn;
            alias.outputNr = outputNr;
            alias.tracked = tracked;
            alias.accumulator = tracked && gradFn == null ? Accumulator() : null;
            return alias;
        }

        /// <summary>
        /// Calculates the gradient of this one number with respect to every leaf that requires it, and adds it to the leaf's
        /// <see cref="grad"/>.
        /// </summary>
        /// <exception cref="InvalidOperationException">The tensor has more than one element, or no gradients were recorded.</exception>
        public void backward() => autograd.Backward([this], [null], false, false, null);

        /// <summary>Calculates gradients, given that of this tensor.</summary>
        /// <param name="grad_tensors">The gradient of this tensor, of its shape; may be left out for one number.</param>
        /// <param name="retain_graph">Keeps what was saved, so that the graph can be gone through again.</param>
        /// <param name="create_graph">Records the calculation itself, for derivatives of derivatives.</param>
        /// <param name="inputs">Only these leaves get their <see cref="grad"/>.</param>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            autograd.Backward([this], [grad_tensors is { Count: > 0 } ? grad_tensors[0] : null], retain_graph || create_graph,
                create_graph, inputs);

        /// <summary>Calculates gradients, given that of this tensor.</summary>
        public void backward(Tensor gradient, bool retain_graph = false, bool create_graph = false) =>
            autograd.Backward([this], [gradient], retain_graph || create_graph, create_graph, null);

        /// <summary>Keeps the gradient of a calculated tensor in <see cref="grad"/> when backward comes by.</summary>
        public void retain_grad()
        {
            if (retainsGrad || GradFn == null) return;
            retainsGrad = true;
            var self = new WeakReference<Tensor>(this);
            register_hook(g =>
            {
                if (self.TryGetTarget(out var tensor)) tensor.gradient = tensor.gradient is null ? g.detach().clone() : tensor.gradient + g;
                return null;
            });
        }

        /// <summary>Whether a calculated tensor's gradient is kept.</summary>
        public bool retains_grad => retainsGrad;

        /// <summary>
        /// Calls a function with the tensor's gradient when it is complete; what it returns, unless null, takes the gradient's place.
        /// </summary>
        /// <exception cref="InvalidOperationException">The tensor does not require gradients.</exception>
        public HookHandle register_hook(Func<Tensor, Tensor?> hook)
        {
            if (!Tracked)
                throw new InvalidOperationException("register_hook: the tensor does not require gradients; set requires_grad first");
            var node = GradFn ?? Accumulator();
            var entry = new GradHook(GradFn != null ? outputNr : 0, hook);
            (node.hooks ??= []).Add(entry);
            return new HookHandle(() => node.hooks.Remove(entry));
        }

        /// <summary>Calls an action with the tensor's gradient when it is complete.</summary>
        public HookHandle register_hook(Action<Tensor> hook) => register_hook(g =>
        {
            hook(g);
            return null;
        });

        /// <summary>A tensor on the same memory, outside the graph.</summary>
        public Tensor detach() => Alias(sizes, strides, offset);

        /// <summary>Takes this tensor itself out of the graph.</summary>
        public Tensor detach_()
        {
            if (viewBase is not null) throw new InvalidOperationException("detach_: a view cannot be detached in place; use detach()");
            SetHistory(null, 0);
            return this;
        }
    }
}
