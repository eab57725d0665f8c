//! Calling a closure whose type is forgotten.
//!
//! The table of a `dyn FnMut` names a function beside the one that is called, for whoever takes the closure by value, and that of a `dyn Fn`
//! two. Nobody does, and the page would load them all.

/// What is called and may change what it holds.
pub trait CallMut<In, Out> {
    /// Calls it.
    fn call(&mut self, input: In) -> Out;
}

impl<In, Out, F: FnMut(In) -> Out> CallMut<In, Out> for F {
    fn call(&mut self, input: In) -> Out {
        self(input)
    }
}

/// What is called and stays as it is.
pub trait Call<In, Out> {
    /// Calls it.
    fn call(&self, input: In) -> Out;
}

impl<In, Out, F: Fn(In) -> Out> Call<In, Out> for F {
    fn call(&self, input: In) -> Out {
        self(input)
    }
}
