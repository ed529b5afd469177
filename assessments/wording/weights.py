"""What factors weigh at a stage, in points of 100."""

from scoring.model import Questionnaire


def stage_weights(questionnaire: Questionnaire, stage: str) -> dict[str, float]:
    """Return what each factor weighs at a stage; together they weigh 100."""
    points = {factor: weights.points.get(stage, 0.0) for factor, weights in questionnaire.weights.items()}
    total = sum(points.values())
    return {factor: 100 * points[factor] / total for factor in questionnaire.factor_by_id}
