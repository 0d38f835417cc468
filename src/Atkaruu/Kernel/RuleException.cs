namespace Atkaruu.Kernel;

/// <summary>A rule said no. The message is written for the person at the screen.</summary>
public class RuleException(Message sentence, string input = "") : Exception(sentence.Key)
{
    /// <summary>The sentence to show; its key is also the stable code of the rule.</summary>
    public Message Sentence { get; } = sentence;

    /// <summary>The status of the answer: 422, unless it is not about what was typed.</summary>
    public virtual int Status => 422;

    /// <summary>The form field to show the sentence beside; empty for the whole form.</summary>
    public string Input { get; } = input;
}
