package io.weir.elasticsearch.detector;

import io.weir.elasticsearch.task.Tasks;

/** Starts detectors that should run and have no task, because a node died between two writes. */
final class MissingTasks implements Runnable {
    private final DetectorStore detectors;
    private final Tasks tasks;

    MissingTasks(DetectorStore detectors, Tasks tasks) {
        this.detectors = detectors;
        this.tasks = tasks;
    }

    @Override
    public void run() {
        for (String id : detectors.enabled()) {
            String taskId = DetectorTaskParams.taskId(id);
            if (tasks.find(taskId).isEmpty()) {
                // The search is a second behind, and the detector may have been stopped since.
                detectors
                        .stored(id)
                        .flatMap(Detector::readable)
                        .filter(detector -> detector.definition().enabled())
                        .ifPresent(detector -> tasks.start(taskId, new DetectorTaskParams(id, detector.version())));
            }
        }
    }
}
