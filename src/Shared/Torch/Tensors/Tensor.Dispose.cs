namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        internal DisposeScope? scope;

        /// <summary>
        /// Lets go of the memory now instead of when the garbage collector comes by. What the graph keeps for the backward pass stays.
        /// </summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Lets go of the memory; a second call does nothing.</summary>
        protected virtual void Dispose(bool disposing)
        {
            if (disposed) return;
            disposed = true;
            storage.Release();
            if (scope != null) scope.Forget(this);
        }

        /// <summary>Whether <see cref="Dispose()"/> was called; the graph may still hold the memory.</summary>
        internal bool IsDisposed => disposed;

        /// <summary>
        /// Moves the tensor from its dispose scope to the one around it (or out of all), so that it outlives the inner one.
        /// </summary>
        /// <returns>The same tensor.</returns>
        public Tensor MoveToOuterDisposeScope()
        {
            scope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of all dispose scopes.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor DetachFromDisposeScope()
        {
            scope?.Detach(this);
            return this;
        }

        /// <summary>Moves the tensor to the dispose scope of another one.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.scope);

        /// <summary>Moves the tensor to another dispose scope; null: out of all.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            scope?.Detach(this);
            other?.Attach(this);
            return this;
        }
    }
}
